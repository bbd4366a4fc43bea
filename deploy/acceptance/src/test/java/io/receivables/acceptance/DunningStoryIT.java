package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How customers are reminded, told in calls: levels at 5, 20 and 40 days past due, ten days apart, the second with a fee of 7.50,
 * the third a formal notice. Mails go to a server of the test, printed letters into a folder.
 */
@SuppressWarnings("NullAway.Init")
class DunningStoryIT {

    private static final GreenMail MAIL = new GreenMail(
            new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    @TempDir
    private static Path folder;
    private static Standalone standalone;
    private static int books;
    private Book book;
    private Api api;

    @BeforeAll
    static void anInstanceThatSendsLetters() {
        MAIL.start();
        standalone = Standalone.start(Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT",
                String.valueOf(MAIL.getSmtp().getPort()), "RECEIVABLES_LETTERS_FROM", "credit@acme.test",
                "RECEIVABLES_LETTERS_FOLDER", folder.toString(), "RECEIVABLES_LETTERS_POLL", "100ms"));
    }

    @AfterAll
    static void stop() {
        standalone.close();
        MAIL.stop();
    }

    @BeforeEach
    void levels() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        api = standalone.asSubject("collector", "controller", "collector", "integration");
        book = Book.open(api, "DUN" + ++books);
        book.account("C1");
        book.seen(api.put("/v1/credit-policies/" + book.entity(),
                json("""
                        {'validFrom':'2024-01-01','credit':{'holdDunningLevel':3},'dunning':{
                          'levels':[{'level':1,'daysPastDue':5},
                                    {'level':2,'daysPastDue':20,'minDaysSincePrevious':10,
                                     'fee':{'amount':'7.50','currency':'EUR'}},
                                    {'level':3,'daysPastDue':40,'minDaysSincePrevious':10,'finalNotice':true}],
                          'minimumAmount':{'amount':'10.00','currency':'EUR'},'language':'FR',
                          'sender':{'address':['1 rue de la Paix','75002 Paris'],'bankAccount':'FR1420041010050500013M02606'}}}""")));
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
    }

    @Test
    void anItemGoesFromLevelToLevelUntilItIsPaid() {
        assertThat(letters(run("2024-02-04"))).as("four days past due").isEmpty();
        assertThat(letters(run("2024-02-05"))).containsExactly("C1 level 1: 100.00, fees 0.00 [I1/1 at 5 days]");
        assertThat(letters(run("2024-02-14"))).as("the next level begins at 20 days").isEmpty();
        book.invoice("I2", "C1", "2024-01-20", "2024-02-15", "40.00");
        assertThat(letters(run("2024-02-20")))
                .containsExactly("C1 level 2: 140.00, fees 7.50 [I1/1 at 20 days, I2/1 at 5 days]");
        assertThat(level("2024-02-20")).isEqualTo("2");
        assertThat(level("2024-02-19")).as("the day before").isEqualTo("1");
        assertThat(book.line("C1", "2024-02-20")).as("the fee is due at once")
                .isEqualTo("7.50 | 140.00 0.00 0.00 0.00 | 0.00 = 147.50");

        assertThat(letters(run("2024-03-11")))
                .containsExactly("C1 level 3: 140.00, fees 0.00 [I1/1 at 40 days, I2/1 at 25 days]");
        var account = book.get("/v1/customer-accounts/" + book.id("C1") + "/exposure?asAt=2024-03-11").ok();
        assertThat(account.texts("/holdReasons")).containsExactly("DUNNING_LEVEL");
        book.issue("I9", "C1", "2024-03-12", "1.00", Map.of("dueDate", "2024-04-12")).refused(409, "ACCOUNT_ON_HOLD");

        book.payment("P1", "C1", "2024-03-15", "100.00", Map.of("I1", "100.00"));
        assertThat(level("2024-03-15")).as("I1 has left, I2 stays").isEqualTo("2");
        assertThat(level("2024-03-14")).isEqualTo("3");
        book.invoice("I9", "C1", "2024-03-16", "2024-04-16", "1.00");
    }

    /** What waits for its next level is owed all the same, and is asked for with the rest. */
    @Test
    void aLetterAsksForAllThatIsOverdue() {
        run("2024-02-05");
        book.invoice("I2", "C1", "2024-01-05", "2024-02-03", "40.00");
        var run = run("2024-02-08");
        assertThat(letters(run)).containsExactly("C1 level 1: 140.00, fees 0.00 [I2/1 at 5 days]");
        assertThat(run.text("/letters/0/alsoOverdue/0/invoiceId")).isEqualTo(book.id("I1"));
        assertThat(run.text("/letters/0/alsoOverdue/0/level")).isEqualTo("1");
        var letter = "/v1/dunning-letters/" + run.text("/letters/0/letterId");
        assertThat(book.get(letter).ok().text("/alsoOverdue/0/daysPastDue")).isEqualTo("8");
        assertThat(book.get(letter + "/text").ok().body()).contains(book.id("I1"), book.id("I2"), "Relance n°",
                "140,00");
        assertThat(level("2024-02-08")).as("neither has moved up twice").isEqualTo("1");
    }

    @Test
    void theSameRunTwiceSendsNothingTwiceAndNoneGoesBack() {
        var first = run("2024-03-01");
        assertThat(letters(first)).hasSize(1);
        var again = run("2024-03-01");
        assertThat(letters(again)).isEmpty();
        assertThat(again.text("/runId")).isEqualTo(first.text("/runId"));
        assertThat(again.text("/notDunned/0/reason")).isEqualTo("ALREADY_IN_RUN");
        post("2024-02-29", "").refused(409, "RUN_OUT_OF_ORDER");
        post("2099-01-01", "").refused(422, "DATE_IN_FUTURE");
        var seen = book.get("/v1/dunning-runs/" + first.text("/runId")).ok();
        assertThat(seen.text("/letters")).isEqualTo("1");
        assertThat(book.get("/v1/dunning-runs?legalEntity=" + book.entity()).ok().json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void severalClientsAtOnceGetOneLetterAnAccount() {
        for (int i = 2; i <= 9; i++) {
            book.account("C" + i);
            book.invoice("J" + i, "C" + i, "2024-01-01", "2024-01-31", "50.00");
        }
        var answers = Together.race(IntStream.range(0, 4)
                .<Callable<Answer>>mapToObj(_ -> () -> run("2024-03-01"))
                .toList());
        var letters = new ArrayList<String>();
        answers.forEach(answer -> letters.addAll(letters(answer)));
        assertThat(letters).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void whoIsNotRemindedAndWhy() {
        book.account("C2");
        book.invoice("I2", "C2", "2024-01-01", "2024-01-31", "50.00");
        book.payment("P2", "C2", "2024-02-01", "50.00");
        book.account("C3");
        book.invoice("I3", "C3", "2024-01-01", "2024-01-31", "9.99");
        book.account("C4");
        book.invoice("I4", "C4", "2024-01-01", "2024-01-31", "60.00");
        var block = book.seen(api.post("/v1/customer-accounts/" + book.id("C4") + "/dunning-blocks",
                Book.reason("settlement is being negotiated", "2024-02-01"))).created();
        book.account("C5");
        book.invoice("I5", "C5", "2024-01-01", "2024-02-25", "70.00");

        var run = run("2024-02-28");
        assertThat(letters(run)).containsExactly("C1 level 1: 100.00, fees 0.00 [I1/1 at 28 days]");
        assertThat(run.json()
                .path("notDunned")
                .valueStream()
                .map(it -> it.path("invoiceId").asString().replace(book.entity() + ".", "") + " "
                        + it.path("reason").asString()))
                .containsExactlyInAnyOrder("I2 BALANCE_NOT_OWED", "I3 BELOW_MINIMUM", "I4 BLOCKED", "I5 NOT_YET");

        book.seen(api.post("/v1/customer-accounts/" + book.id("C4") + "/dunning-blocks/" + block.text("/blockId")
                + "/release", Book.reason("no settlement", "2024-02-29")));
        assertThat(letters(run("2024-02-29")).toString()).contains("C4 level 1: 60.00");
        var blocks = book.get("/v1/customer-accounts/" + book.id("C4") + "/dunning-blocks").ok();
        assertThat(blocks.text("/items/0/releasedDate")).isEqualTo("2024-02-29");
    }

    @Test
    void aPreviewSaysWhatARunWouldDoAndDoesNothing() {
        var preview = book.seen(post("2024-03-01", ",'dryRun':true"));
        assertThat(letters(preview)).hasSize(1);
        assertThat(book.get("/v1/customer-accounts/" + book.id("C1") + "/dunning-letters").ok().json().path("items"))
                .isEmpty();
        assertThat(letters(run("2024-03-01"))).isEqualTo(letters(preview));
    }

    /** Each letter that was sent is decided again by another version, and what came of all adds up. Nothing is sent or stored. */
    @Test
    void whatAnotherPolicyWouldHaveSent() {
        run("2024-02-05");
        book.account("C2");
        book.invoice("I2", "C2", "2024-01-20", "2024-02-15", "40.00");
        run("2024-02-20");
        book.seen(api.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-06-01','dunning':{'levels':[{'level':1,'daysPastDue':5},
                  {'level':2,'daysPastDue':15,'fee':{'amount':'9.00','currency':'EUR'}}],
                 'minimumAmount':{'amount':'50.00','currency':'EUR'}}}""")));
        var facts = decided();

        var simulated = api
                .call("POST", "/v1/credit-policies/" + book.entity() + "/simulations")
                .json(json("{'policyVersion':2,'from':'2024-02-01','to':'2024-02-29'}"))
                .send()
                .ok();
        assertThat(simulated.text("/simulation")).isEqualTo("true");
        assertThat(simulated.json()
                .path("items")
                .valueStream()
                .map(it -> (it.path("accountId").asString() + " at " + it.path("effectiveDate").asString() + " "
                        + it.path("outcome").asString() + ": level " + it.at("/differences/0/recorded/level").asString()
                        + " and " + it.at("/differences/0/recorded/fee/amount").asString() + ", now "
                        + it.at("/differences/0/simulated/fee/amount").asString()
                        + it.at("/differences/1/simulated/0/reason").asString()).replace(book.entity() + ".", "")))
                .containsExactly("C1 at 2024-02-20 CHANGED: level 2 and 7.50, now 9.00",
                        "C2 at 2024-02-20 DROPPED: level 1 and 0.00, now BELOW_MINIMUM");
        assertThat(sum(simulated, "recorded")).isEqualTo("3: 240.00 + 7.50");
        assertThat(sum(simulated, "unchanged")).isEqualTo("1: 100.00 + 0.00");
        assertThat(sum(simulated, "changedFrom")).isEqualTo("1: 100.00 + 7.50");
        assertThat(sum(simulated, "dropped")).isEqualTo("1: 40.00 + 0.00");
        assertThat(sum(simulated, "changedTo")).isEqualTo("1: 100.00 + 9.00");
        assertThat(sum(simulated, "simulated")).isEqualTo("2: 200.00 + 9.00");
        assertThat(simulated.text("/dunning/runs")).isEqualTo("2");

        assertThat(decided()).isEqualTo(facts);
        assertThat(book.get("/v1/customer-accounts/" + book.id("C1") + "/dunning-letters").ok().json().path("items"))
                .hasSize(2);
    }

    /** Facts of the entity, but for those of the sender, which works beside. */
    private long decided() {
        return book.get("/v1/audit/events?legalEntity=" + book.entity())
                .ok()
                .body()
                .lines()
                .filter(line -> !line.contains("DunningLetterDeliver"))
                .count();
    }

    private static String sum(Answer simulated, String which) {
        var sum = "/dunning/totals/0/" + which;
        return simulated.text(sum + "/letters") + ": " + simulated.text(sum + "/amountDue/amount") + " + "
                + simulated.text(sum + "/fees/amount");
    }

    @Test
    void aLetterIsMailedAndItsHashProvesIt() throws Exception {
        contact("{'email':'ada@example.test','language':'FR'}");
        var letter = run("2024-03-01").text("/letters/0/letterId");
        delivered(letter, "DELIVERED");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        var mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getMessageID()).isEqualTo("<" + letter + "@acme.test>");
        assertThat(mail.getSubject()).contains("rappel d’échéances", book.id("C1"));

        var seen = book.get("/v1/dunning-letters/" + letter).ok();
        assertThat(seen.text("/deliveries/0/reference")).isEqualTo("<" + letter + "@acme.test>");
        var text = book.get("/v1/dunning-letters/" + letter + "/text").ok();
        assertThat(text.header("Content-Type")).startsWith("text/html");
        assertThat(text.body()).contains("Customer C1", book.id("I1"), "FR14 2004", "1 rue de la Paix", "01/01/2024",
                "31/01/2024", "100,00");
        assertThat(sha256(text.body())).isEqualTo(seen.text("/contentHash"));
        var history = book.get("/v1/audit/events?accountId=" + book.id("C1")).ok().body();
        assertThat(history).contains("DunningLetterIssued", "DunningLetterDelivered", "ContactChanged")
                .doesNotContain("ada@example.test");

        api.call("DELETE", "/v1/customer-accounts/" + book.id("C1") + "/contact")
                .with("Idempotency-Key", book.id("erase"))
                .send()
                .ok();
        book.get("/v1/dunning-letters/" + letter + "/text").refused(410, "DUNNING_LETTER_ERASED");
        assertThat(book.get("/v1/dunning-letters/" + letter).ok().text("/contentHash")).isEqualTo(sha256(text.body()));
    }

    @Test
    void withoutAMailAddressTheLetterLiesInTheFolder() throws Exception {
        var letter = run("2024-03-01").text("/letters/0/letterId");
        delivered(letter, "DELIVERED");
        var file = Files.readString(folder.resolve(letter + ".html"));
        assertThat(sha256(file)).isEqualTo(book.get("/v1/dunning-letters/" + letter).ok().text("/contentHash"));
    }

    @Test
    void aLetterWaitsForAServerThatIsAway() {
        contact("{'email':'ada@example.test'}");
        MAIL.stop();
        var letter = run("2024-03-01").text("/letters/0/letterId");
        // The server is away: the letter waits, and its next attempt is a minute off.
        api.post("/v1/dunning-letters/" + letter + "/deliveries", json("{'reason':'urgent'}"))
                .refused(409, "DUNNING_LETTER_WAITING");
        assertThat(book.get("/v1/dunning-letters/" + letter).ok().text("/status")).isEqualTo("WAITING");
        MAIL.start();
    }

    /** It stays when the server is started again. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delivered(String letter, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> book.get("/v1/dunning-letters/" + letter).ok().text("/status").equals(status));
    }

    private void contact(String contact) {
        book.seen(api.put("/v1/customer-accounts/" + book.id("C1") + "/contact", json(contact)));
    }

    private String level(String asAt) {
        return book.get("/v1/customer-accounts/" + book.id("C1") + "?asAt=" + asAt).ok().text("/dunningLevel");
    }

    private Answer run(String asAt) {
        return book.seen(post(asAt, ""));
    }

    private Answer post(String asAt, String more) {
        return api.post("/v1/dunning-runs",
                json("{'legalEntity':'%s','asAt':'%s'%s}".formatted(book.entity(), asAt, more)));
    }

    private List<String> letters(Answer run) {
        return run.json().path("letters").valueStream().map(letter -> {
            var items = letter.path("items")
                    .valueStream()
                    .map(item -> item.path("invoiceId").asString() + "/" + item.path("instalment").asInt() + " at "
                            + item.path("daysPastDue").asInt() + " days")
                    .toList();
            return (letter.path("accountId").asString() + " level " + letter.path("level").asInt() + ": "
                    + letter.at("/amountDue/amount").asString() + ", fees " + letter.at("/fees/amount").asString() + " "
                    + items).replace(book.entity() + ".", "");
        }).toList();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
