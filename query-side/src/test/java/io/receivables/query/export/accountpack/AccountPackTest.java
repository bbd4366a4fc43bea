package io.receivables.query.export.accountpack;

import static io.receivables.query.testing.Story.eur;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 1,234.50 invoiced in January, 234.50 paid in February, a letter in March. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AccountPackTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;

    @BeforeEach
    void anAccountWithALetter() throws Exception {
        story = stories.begin()
                .account("C1")
                .account("C2")
                .invoice("I1", "C1", "1234.50", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "234.50", "2026-02-10")
                .allocate("A1", "P1", "I1", "C1", "234.50", "2026-02-10");
        letter("L1", "<p>Please pay, Łukasz.</p>");
        letter("L2", null);
        story.position();
    }

    private void letter(String letter, @Nullable String html) throws Exception {
        story.tell(new DunningLetterIssued(new DunningLetterId(story.id(letter)), new DunningRunId(story.id("R1")),
                story.accountId("C1"), story.entity(), 1, false, null,
                List.of(new DunnedItem(new InvoiceId(story.id("I1")), 1, LocalDate.parse("2026-01-31"), 29, 1,
                        eur("1000.00"))),
                eur("1000.00"), null, null, eur("0.00"), eur("0.00"), 1, "first-reminder", 1, LetterLanguage.FR,
                LetterChannel.LETTER, sha256(String.valueOf(html).getBytes(UTF_8)), LocalDate.parse("2026-03-01")));
        jdbc.sql("insert into party.dunning_letter (letter_id, account_id, plain, html) values (?, ?, ?, ?)")
                .param(story.id(letter))
                .param(story.id("C1"))
                .param(html == null ? null : "plain")
                .param(html)
                .update();
    }

    @Test
    void itHoldsEveryFileThatItsManifestNames() throws Exception {
        var pack = pack("C1", "");
        var manifest = JSON.readTree(pack.get("manifest.json"));
        assertThat(pack.keySet()).containsExactlyInAnyOrder("statement.pdf", "statement.csv", "statement.json",
                "invoices.pdf", "invoices.csv", "invoices.json", "payments.csv", "payments.json", "credit-notes.csv",
                "credit-notes.json", "open-items.csv", "open-items.json", "contact-log.csv", "contact-log.json",
                "collection-file.json", "letters.csv", "letters.json", "letters/" + story.id("L1") + ".html",
                "events.ndjson", "seal/events.ndjson", "seal/inclusion.ndjson", "README.txt", "cover.pdf",
                "manifest.json");
        assertThat(manifest.path("files")).hasSize(pack.size() - 1);
        for (var file : manifest.path("files")) {
            var content = Objects.requireNonNull(pack.get(file.path("name").asString()));
            assertThat(sha256(content)).as(file.toString()).isEqualTo(file.path("sha256").asString());
            assertThat(content).hasSize(file.path("bytes").asInt());
        }
        assertThat(manifest.path("purpose").asString()).isEqualTo("for the court");
        assertThat(manifest.path("erasedLetters").valueStream().map(JsonNode::asString))
                .containsExactly(story.id("L2"));
        assertThat(text(pack, "README.txt")).contains("verifier.jar pack");
    }

    @Test
    void itsFiguresAreThoseOfTheAnswers() throws Exception {
        var pack = pack("C1", ",'asAt':'2026-02-28'");
        var cut = "asKnown=" + JSON.readTree(pack.get("manifest.json")).at("/asKnown/position").asString();
        var account = "/v1/customer-accounts/" + story.id("C1");
        assertThat(text(pack, "statement.json"))
                .isEqualTo(answer(account + "/statement?to=2026-02-28&" + cut, "application/json"));
        assertThat(text(pack, "statement.csv"))
                .isEqualTo(answer(account + "/statement?to=2026-02-28&" + cut, "text/csv"));
        assertThat(text(pack, "open-items.csv"))
                .isEqualTo(answer(account + "/open-items?asAt=2026-02-28&" + cut, "text/csv"));
        assertThat(text(pack, "events.ndjson")).isEqualTo(answer("/v1/audit/accounts/" + story.id("C1")
                + "/replay?asAt=2026-02-28&" + cut, "application/json"));
        assertThat(text(pack, "seal/events.ndjson").lines())
                .hasSameSizeAs(text(pack, "events.ndjson").lines().toList());
        assertThat(text(pack, "letters.csv").lines()).as("none was written by then").hasSize(1);
        assertThat(text(pack, "letters.json")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aLetterIsThereToTheLastByte() throws Exception {
        var pack = pack("C1", "");
        var letters = JSON.readTree(pack.get("letters.json")).path("items");
        assertThat(letters).hasSize(2);
        for (var letter : letters) {
            var html = pack.get("letters/" + letter.path("letterId").asString() + ".html");
            if (html != null) {
                assertThat(sha256(html)).isEqualTo(letter.path("contentHash").asString());
            }
        }
    }

    /** The company is French, and nobody has said otherwise of the customer. */
    @Test
    void itsPapersSayTheSameInTheLanguageOfTheCustomer() throws Exception {
        var french = pack("C1", "");
        assertThat(pdf(french, "cover.pdf")).contains("Dossier du compte " + story.id("C1"), "1 000,00 EUR",
                "for the court", "clerk-1", "Les événements ne sont pas scellés", "Name of C1", "statement.csv");
        assertThat(pdf(french, "statement.pdf")).contains("Relevé du compte " + story.id("C1"), "1 234,50 EUR",
                "-234,50 EUR", "Solde de clôture", "1 000,00 EUR");
        assertThat(pdf(french, "invoices.pdf")).contains("F-" + story.id("I1"), "1 234,50 EUR", "1 000,00 EUR");
        jdbc.sql("update party.customer_account_party set name = 'Łukasz Ωmega & Söhne <b>', contact = ?::jsonb"
                + " where account_id = ?").params("{\"language\":\"EN\"}", story.id("C1")).update();
        var english = pack("C1", "");
        assertThat(pdf(english, "cover.pdf")).contains("Account pack " + story.id("C1"), "1,000.00 EUR",
                "Łukasz Ωmega & Söhne <b>");
        assertThat(pdf(english, "statement.pdf")).contains("Statement of account", "1,234.50 EUR", "Closing balance");
    }

    @Test
    void anAccountOnWhichNothingHappenedIsACompletePack() throws Exception {
        var pack = pack("C2", "");
        assertThat(text(pack, "events.ndjson").lines()).hasSize(1);
        assertThat(text(pack, "statement.csv").lines()).hasSize(3);
        assertThat(text(pack, "invoices.csv").lines()).hasSize(1).first().asString().startsWith("invoiceId,");
        assertThat(pdf(pack, "invoices.pdf")).contains("Il n'y en a pas");
        assertThat(pdf(pack, "cover.pdf")).contains("0,00 EUR");
    }

    @Test
    void theSameCutIsTheSamePackWhateverCameLater() throws Exception {
        var first = pack("C1", "");
        var known = JSON.readTree(first.get("manifest.json")).at("/asKnown/position").asString();
        story.invoice("I9", "C1", "9.00", "2026-01-05", "2026-02-05").position();
        var again = pack("C1", ",'asAt':'2026-06-30','asKnown':'" + known + "'");
        for (var file : List.of("statement.json", "invoices.json", "open-items.json", "events.ndjson",
                "seal/events.ndjson", "letters.json")) {
            assertThat(text(again, file)).as(file).isEqualTo(text(first, file));
        }
        assertThat(text(pack("C1", ""), "invoices.json")).contains(story.id("I9"));
    }

    private Map<String, byte[]> pack(String account, String more) throws Exception {
        var body = "{'kind':'account-pack','accountId':'%s','purpose':'for the court'%s}"
                .formatted(story.id(account), more);
        var ordered = http.perform(post("/v1/exports").header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content(body.replace('\'', '"'))).andReturn().getResponse().getContentAsString();
        var path = "/v1/exports/" + JSON.readTree(ordered).path("exportId").asString();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(JSON.readTree(answer(path, "application/json")).path("state").asString()));
        var status = answer(path, "application/json");
        assertThat(JSON.readTree(status).path("state").asString()).as(status).isEqualTo("DONE");
        return unzip(http.perform(get(path + "/content")).andReturn().getResponse().getContentAsByteArray());
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(Objects.requireNonNull(pack.get(name), name), UTF_8);
    }

    private static String pdf(Map<String, byte[]> pack, String name) throws IOException {
        try (var document = Loader.loadPDF(Objects.requireNonNull(pack.get(name), name))) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    private String answer(String path, String accept) throws Exception {
        return http.perform(get(path).header("Accept", accept)).andReturn().getResponse().getContentAsString(UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
