package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.identity.Role;
import io.receivables.standalone.bookimport.BookImport;
import io.receivables.standalone.bookimport.BookKind;
import io.receivables.standalone.bookimport.Dialect;
import io.receivables.standalone.bookimport.ImportReport;
import io.receivables.standalone.bookimport.Layout;
import io.receivables.standalone.bookimport.Mapping;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A book is moved into a running instance; the old ledger says what the balance has to be. */
@SuppressWarnings("NullAway.Init")
class ImportTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String[] SPOILT = {
            "K1,Name,S1,invoice,31/12/2024,2025-01-31,10.00,10.00,EUR",
            "K1,Name,S2,invoice,2024-12-31,2025-01-31,10.00,10.005,EUR",
            "K1,Name,S3,invoice,2024-12-31,2024-12-30,10.00,10.00,EUR",
            "K1,Name,S4,invoice,2025-07-01,2025-07-31,10.00,10.00,EUR",
            "K1,Name,S5,invoice,2024-12-31,2025-01-31,9.99,10.00,EUR"};

    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext instance;
    private static URI server;
    private static String token;
    /** Up to where the books must have read before they are asked. */
    private static String lastPosition = "0";

    @BeforeAll
    static void start() {
        instance = StandaloneApplication.start(new DataFolder(home.resolve("data")), "--server.port=0");
        server = URI.create("http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port"));
        token = instance.getBean(BuiltInIssuer.class).token("import", List.of(Role.CONTROLLER, Role.INTEGRATION));
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void everyRefusedRowIsNamedByItsLineAndColumnAndTheOthersStand() throws Exception {
        var book = new GeneratedBook(1, 120);
        register("FR1");

        var report = send("FR1", book.csv(SPOILT), false);

        assertThat(refusals(report)).containsExactly("2,Invoice Date,DATE_INVALID", "3,Open Amount,SCALE_TOO_FINE",
                "4,Due Date,DUE_BEFORE_ISSUE", "5,Invoice Date,CUT_OVER_BEFORE_DOCUMENT",
                "6,Amount,ORIGINAL_TOTAL_TOO_SMALL");
        requireBalances("FR1", book);
    }

    @Test
    void theSameFileAgainDoublesNothingAndAMendedRowIsTheOnlyNewOne() throws Exception {
        var book = new GeneratedBook(2, 60);
        register("FR2");
        send("FR2", book.csv("K1,Name,D-late,invoice,2024-12-31,2024-12-30,5.00,5.00,EUR"), false);
        long recorded = facts("FR2");

        assertThat(refusals(send("FR2", book.csv(), false))).isEmpty();
        assertThat(facts("FR2")).isEqualTo(recorded);
        requireBalances("FR2", book);

        var mended = book.csv("K1,Name,D-late,invoice,2024-12-31,2025-01-30,5.00,5.00,EUR");
        assertThat(refusals(send("FR2", mended, false))).isEmpty();
        assertThat(facts("FR2")).isEqualTo(recorded + 1);
    }

    @Test
    void aDryRunJudgesEveryRowAndRecordsNothing() throws Exception {
        var book = new GeneratedBook(3, 60);
        register("FR3");
        long recorded = facts("FR3");

        var report = send("FR3", book.csv(SPOILT), true);

        assertThat(refusals(report)).hasSize(5).contains("4,Due Date,DUE_BEFORE_ISSUE");
        assertThat(facts("FR3")).isEqualTo(recorded);
        assertThat(refusals(send("FR3", book.csv(), false))).isEmpty();
    }

    @Test
    void withoutItsLegalEntityNothingIsTaken() throws Exception {
        var book = new GeneratedBook(4, 3);

        assertThat(refusals(send("NONE", book.csv(), false))).isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal).endsWith("_NOT_FOUND"));
    }

    private void requireBalances(String entity, GeneratedBook book) throws Exception {
        for (var currency : GeneratedBook.CURRENCIES) {
            for (var asAt : List.of(GeneratedBook.CUT_OVER, GeneratedBook.CUT_OVER.plusDays(45))) {
                var answer = aged(entity, currency, asAt);
                assertThat(columns(answer)).as("%s %s at %s", entity, currency, asAt)
                        .isEqualTo(book.aged(currency, asAt));
                assertThat(answer.at("/totals/balance").asString()).isEqualTo(book.balance(currency).toPlainString());
                assertThat(answer.at("/control/ties").asBoolean()).isTrue();
            }
            assertThat(aged(entity, currency, GeneratedBook.CUT_OVER.minusDays(1)).path("rows")).isEmpty();
        }
    }

    private static List<BigDecimal> columns(JsonNode answer) {
        var totals = answer.path("totals");
        var columns = new ArrayList<BigDecimal>();
        columns.add(new BigDecimal(totals.path("notDue").asString()));
        totals.path("buckets").forEach(bucket -> columns.add(new BigDecimal(bucket.asString())));
        columns.add(new BigDecimal(totals.path("unapplied").asString()));
        return columns;
    }

    private static JsonNode aged(String entity, String currency, LocalDate asAt) throws Exception {
        return call("GET", "/v1/aged-balance?legalEntity=%s&currency=%s&asAt=%s".formatted(entity, currency, asAt), "");
    }

    /** How many facts of the entity there are; the last one is the change that this asks for, so that all have been read. */
    private static long facts(String entity) throws Exception {
        register(entity);
        var lines = text("GET", "/v1/audit/events?legalEntity=" + entity, "");
        return lines.lines().filter(line -> !line.contains("\"LegalEntity")).count();
    }

    private static void register(String entity) throws Exception {
        lastPosition = call("PUT", "/v1/legal-entities/" + entity,
                "{\"name\":\"Entity %s\",\"country\":\"FR\",\"timeZone\":\"Europe/Paris\",\"baseCurrency\":\"EUR\"}"
                        .formatted(UUID.randomUUID()))
                .path("position")
                .asString("0");
    }

    private static ImportReport send(String entity, String csv, boolean dryRun) throws Exception {
        var file = Files.writeString(home.resolve("book.csv"), csv);
        var layout = Layout.named("standard");
        var book = new BookImport(BookKind.OPEN_ITEMS, entity, GeneratedBook.CUT_OVER, null,
                new Mapping(layout, Map.of(), Map.of()),
                new Dialect(',', StandardCharsets.UTF_8, layout.datePatterns(), '.', true));
        var report = book.send(file, server, token, dryRun);
        if (!entity.equals("NONE")) {
            register(entity);
        }
        return report;
    }

    /** Line, column and code of each. */
    private static List<String> refusals(ImportReport report) throws Exception {
        var file = home.resolve("refused.csv");
        report.write(file);
        return Files.readAllLines(file)
                .stream()
                .skip(1)
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                .toList();
    }

    private static JsonNode call(String method, String path, String body) throws Exception {
        return JsonMapper.shared().readTree(text(method, path, body));
    }

    private static String text(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body));
        if (method.equals("GET")) {
            request.header("If-Consistent-With", lastPosition);
        } else {
            request.header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (int tries = 1; answer.statusCode() == 503 && tries < 15; tries++) {
            // The server has waited for the books already; on a busy machine they may need longer.
            answer = HTTP.send(request.build(), BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
