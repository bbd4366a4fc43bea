package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A claim goes to court: everything about the account in one file, which the other side can verify with a program that asks
 * nobody.
 */
@SuppressWarnings("NullAway.Init")
class AccountPackStoryIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static int books;

    @TempDir
    private Path folder;
    private Book book;
    private Exports exports;
    private Path key;

    /** 1,300.00 are invoiced, 300.00 paid, a reminder is written, somebody calls. */
    @BeforeEach
    void anAccountThatDoesNotPay() throws Exception {
        var api = Standalone.shared().asSubject("clara", "controller", "collector", "integration");
        exports = new Exports(Standalone.shared().asSubject("anna", "auditor"));
        book = Book.open(api, "PACK" + ++books);
        book.account("C1");
        book.account("C2");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "1300.00");
        book.payment("P1", "C1", "2024-02-20", "300.00", Map.of("I1", "300.00"));
        book.seen(api.put("/v1/credit-policies/" + book.entity(),
                json("""
                        {'validFrom':'2024-01-01','dunning':{'levels':[{'level':1,'daysPastDue':5}],'language':'FR',
                         'sender':{'address':['1 rue de la Paix','75002 Paris'],'bankAccount':'FR1420041010050500013M02606'}}}""")));
        book.seen(api.post("/v1/dunning-runs", Map.of("legalEntity", book.entity(), "asAt", "2024-03-01")));
        book.seen(api.post("/v1/customer-accounts/" + book.id("C1") + "/contact-log", json("""
                {'kind':'CALL','direction':'OUTGOING','at':'2024-03-20','note':'promises to look into it'}""")));
        book.get("/v1/customer-accounts/" + book.id("C1")).ok();
        key = Files.writeString(folder.resolve("trusted.pem"), publicKey());
    }

    @Test
    void aCourtGetsAllOfItInOneFileThatProvesItself() throws Exception {
        var ordered = exports.order(Map.of("kind", "account-pack", "accountId", book.id("C1"), "asAt", "2024-04-30",
                "purpose", "claim before the commercial court of Paris"));
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(202);
        assertThat(ordered.header("Location")).isEqualTo("/v1/exports/" + ordered.text("/exportId"));
        var done = exports.ended(ordered.header("Location"));
        assertThat(done.text("/state")).as(done.toString()).isEqualTo("DONE");
        assertThat(done.text("/requestedBy")).isEqualTo("anna");
        var pack = exports.fetch(ordered.header("Location"), folder.resolve("pack.zip"));
        assertThat(sha256(pack)).isEqualTo(done.text("/sha256"));

        var verdict = verify(pack);
        assertThat(verdict.text()).contains("account " + book.id("C1") + " as at 2024-04-30")
                .endsWith("PROVED\n")
                .doesNotContain("nothing is proved");
        assertThat(verdict.code()).isZero();

        var account = book.get("/v1/customer-accounts/" + book.id("C1") + "?asAt=2024-04-30").ok();
        try (var zip = FileSystems.newFileSystem(pack)) {
            var cover = paper(zip.getPath("cover.pdf"));
            for (var figure : new String[]{"balance", "amountDue", "overdue", "unapplied"}) {
                assertThat(cover).as(figure).contains(french(account.amount(figure)));
            }
            assertThat(cover).contains("claim before the commercial court of Paris", "anna", book.id("C1"));
            assertThat(paper(zip.getPath("statement.pdf"))).contains("1 300,00 EUR", "-300,00 EUR", "1 000,00 EUR");
            assertThat(Files.readString(zip.getPath("contact-log.csv"))).contains("promises to look into it");
            var letter = JSON.readTree(Files.readString(zip.getPath("letters.json"))).at("/items/0");
            assertThat(sha256(zip.getPath("letters", letter.path("letterId").asString() + ".html")))
                    .isEqualTo(letter.path("contentHash").asString());
            assertThat(Files.readString(zip.getPath("events.ndjson"))).contains("DunningLetterIssued",
                    "\"who\":\"clara\"");
        }
    }

    @Test
    void anAccountOnWhichNothingHappenedIsACompletePack() throws Exception {
        var verdict = verify(pack("C2"));
        assertThat(verdict.text()).contains("1 events, 1 of them in the signed tree").endsWith("PROVED\n");
    }

    /** Whoever hands the pack over, or gets it, changes what does not suit. */
    @Test
    void whateverIsChangedIsFound() throws Exception {
        var pack = pack("C1");
        found(pack, "CHANGED: statement.csv", zip -> edit(zip.resolve("statement.csv"), "1300.00", "1800.00"));
        found(pack, "REMOVED: contact-log.csv", zip -> Files.delete(zip.resolve("contact-log.csv")));
        found(pack, "ADDED: receipt.txt", zip -> Files.writeString(zip.resolve("receipt.txt"), "all paid"));
        found(pack, "the pack has no manifest.json", zip -> Files.delete(zip.resolve("manifest.json")));
        found(pack, "reads otherwise in events.ndjson", zip -> {
            edit(zip.resolve("events.ndjson"), "\"data\":(.*?)\"1300.00\"", "\"data\":$1\"1800.00\"");
            listAnew(zip, "events.ndjson");
        });
        found(pack, "NOT_PROVED: the path does not lead", zip -> {
            var stored = zip.resolve("seal/events.ndjson");
            var lines = Files.readAllLines(stored);
            for (int i = 0; i < lines.size(); i++) {
                var line = (ObjectNode) JSON.readTree(lines.get(i));
                line.put("eventId", line.path("eventId").asString().toUpperCase(Locale.ROOT) + "x");
                lines.set(i, JSON.writeValueAsString(line));
            }
            Files.write(stored, lines);
            listAnew(zip, "seal/events.ndjson");
        });
        found(pack, "REMOVED: there are more facts", zip -> {
            var lines = Files.readAllLines(zip.resolve("seal/events.ndjson"));
            Files.write(zip.resolve("seal/events.ndjson"), lines.subList(0, lines.size() - 1));
            listAnew(zip, "seal/events.ndjson");
        });
        Files.writeString(key, otherKey());
        assertThat(verify(pack).text()).contains("KEY_NOT_TRUSTED");
        Files.write(pack, Arrays.copyOf(Files.readAllBytes(pack), 10_000));
        assertThat(verify(pack).text()).contains("UNREADABLE").contains("NOT PROVED");
    }

    @Test
    void whatCannotBeHadIsRefusedAtOnce() {
        refused(Map.of("accountId", "NOBODY"), 404, "ACCOUNT_NOT_FOUND");
        refused(Map.of("accountId", book.id("C1"), "asAt", "2023-12-31"), 404, "ACCOUNT_NOT_FOUND");
        refused(Map.of("accountId", book.id("C1"), "asKnown", "999999999999"), 422, "AS_KNOWN_IN_FUTURE");
        refused(Map.of("accountId", book.id("C1"), "asKnown", "2199-01-01T00:00:00Z"), 422, "AS_KNOWN_IN_FUTURE");
        refused(Map.of("accountId", book.id("C1"), "asAt", "2024-02-30"), 422, "DATE_INVALID");
        refused(Map.of("accountId", book.id("C1"), "format", "pdf"), 400, "UNKNOWN_FIELD");
        exports.order(Map.of("kind", "account-pack", "accountId", book.id("C1"))).refused(400, "REQUIRED");
        Standalone.shared()
                .asSubject("carl", "collector")
                .post("/v1/exports", Map.of("kind", "events", "purpose", "curiosity"))
                .refused(403, "FORBIDDEN");
        exports.api().get("/v1/exports/NOTHING").refused(404, "EXPORT_NOT_FOUND");
    }

    private void refused(Map<String, String> parameters, int status, String code) {
        var order = new LinkedHashMap<>(parameters);
        order.put("kind", "account-pack");
        order.put("purpose", "test");
        exports.order(order).refused(status, code);
    }

    private Path pack(String account) {
        var path = exports.order(Map.of("kind", "account-pack", "accountId", book.id(account), "purpose", "test"))
                .header("Location");
        assertThat(exports.ended(path).text("/state")).isEqualTo("DONE");
        return exports.fetch(path, folder.resolve("pack.zip"));
    }

    private interface Edit {
        void on(Path pack) throws Exception;
    }

    private void found(Path pack, String finding, Edit edit) throws Exception {
        var copy = Files.copy(pack, folder.resolve("copy.zip"), StandardCopyOption.REPLACE_EXISTING);
        try (var zip = FileSystems.newFileSystem(copy)) {
            edit.on(zip.getPath("/"));
        }
        var verdict = verify(copy);
        assertThat(verdict.text()).contains(finding).contains("NOT PROVED");
        assertThat(verdict.code()).isEqualTo(1);
    }

    private static void edit(Path file, String what, String by) throws IOException {
        var text = Files.readString(file);
        var changed = text.replaceFirst(what, by);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    /** Whoever changes a file can write its hash into the manifest as well. */
    private static void listAnew(Path pack, String name) throws Exception {
        var manifest = (ObjectNode) JSON.readTree(Files.readString(pack.resolve("manifest.json")));
        for (JsonNode file : manifest.path("files")) {
            if (file.path("name").asString().equals(name)) {
                ((ObjectNode) file).put("sha256", sha256(pack.resolve(name)));
            }
        }
        Files.writeString(pack.resolve("manifest.json"), JSON.writeValueAsString(manifest));
    }

    private Verdict verify(Path pack) throws Exception {
        return Verdict.of("pack", "--pack", pack.toString(), "--key", key.toString());
    }

    private static String publicKey() throws IOException {
        var pem = Files.readString(Standalone.shared().data().resolve("keys/seal.pem"));
        return pem.substring(pem.indexOf("-----BEGIN PUBLIC KEY-----"));
    }

    private static String otherKey() throws Exception {
        return Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
    }

    private static String paper(Path file) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    private static String french(String amount) {
        var format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMinimumFractionDigits(2);
        return format.format(new BigDecimal(amount)).replace('\u202f', ' ') + " EUR";
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private String json(String text) {
        return text.replace('\'', '"').replace("~", book.id(""));
    }
}
