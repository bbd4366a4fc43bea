package io.receivables.query.dunning;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.receivables.events.account.ContactErased;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterDeliveryFailed;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningLetterSentAgain;
import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.events.policy.PolicyRules;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 100.00 due 2026-01-31, reminded of at level 1 on 02-05 (mail, refused, then printed), level 2 on 02-20; paid 03-01. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class DunningTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;
    private long firstLetter;

    @BeforeEach
    void twoRuns() {
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31");
        run("R1", "L1", 1, 5, "2026-02-05");
        firstLetter = story.position();
        story.tell(new DunningLetterDeliveryFailed(letter("L1"), story.accountId("C1"), story.entity(),
                LetterChannel.EMAIL, 1, DeliveryFailure.REFUSED, 550, LocalDate.parse("2026-02-06")),
                new DunningLetterSentAgain(letter("L1"), story.accountId("C1"), story.entity(), LetterChannel.LETTER,
                        "bounced", LocalDate.parse("2026-02-07")));
        story.tell(new DunningLetterDelivered(letter("L1"), story.accountId("C1"), story.entity(),
                LetterChannel.LETTER, 1, "L1.html", LocalDate.parse("2026-02-08")));
        run("R2", "L2", 2, 20, "2026-02-20");
        story.payment("P1", "C1", "100.00", "2026-03-01").allocate("A1", "P1", "I1", "C1", "100.00", "2026-03-01");
        story.position();
    }

    private void run(String run, String letter, int level, int days, String date) {
        var id = new DunningRunId(story.id(run));
        var day = LocalDate.parse(date);
        story.tell(new DunningRunBegun(id, story.entity(), 3, day));
        story.tell(new DunningLetterIssued(letter(letter), id, story.accountId("C1"), story.entity(), level,
                level == 2, null,
                List.of(new DunnedItem(new InvoiceId(story.id("I1")), 1, LocalDate.parse("2026-01-31"), days, level,
                        eur("100.00"))),
                eur("100.00"), level == 2 ? eur("7.50") : null, null, eur("0.00"), eur("0.00"), 3,
                level == 2 ? "final-notice" : "first-reminder", 1, LetterLanguage.FR, LetterChannel.EMAIL,
                "hash of " + letter, day), new DunningRunCompleted(id, story.entity(), 1, 2, day));
        jdbc.sql("insert into party.dunning_letter (letter_id, account_id, plain, html) values (?, ?, ?, ?)")
                .params(story.id(letter), story.id("C1"), "plain " + letter, "<p>html " + letter + "</p>")
                .update();
    }

    @Test
    void theLevelOfAnAccountIsThatOfWhatIsOpen() throws Exception {
        level("2026-02-04", "", 0);
        level("2026-02-05", "", 1);
        level("2026-02-19", "", 1);
        level("2026-02-20", "", 2);
        level("2026-03-01", "", 0);
        level("2026-02-20", "&asKnown=" + firstLetter, 1);
        level("2026-03-01", "&asKnown=" + firstLetter, 1);
        story.reverseAllocation("A1", "2026-03-05").position();
        level("2026-03-05", "", 2);
    }

    @Test
    void aPolicyMayHoldAtALevel() throws Exception {
        story.tell(new CreditPolicySet(story.entity(), 1, LocalDate.parse("2026-01-01"),
                new ApprovalLimits(eur("0.00"), eur("0.00")), LocalDate.parse("2026-01-01"),
                new PolicyRules(null,
                        new CreditRules(null, null, null, null, null, null, null, 2, null), null, null, null, null,
                        null, null, null, null)));
        story.position();
        ask("/v1/customer-accounts/" + story.id("C1") + "/exposure?asAt=2026-02-19")
                .andExpect(jsonPath("$.onHold").value(false));
        ask("/v1/customer-accounts/" + story.id("C1") + "/exposure?asAt=2026-02-20")
                .andExpect(jsonPath("$.onHold").value(true))
                .andExpect(jsonPath("$.holdReasons", contains("DUNNING_LEVEL")));
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=2026-03-01")
                .andExpect(jsonPath("$.onHold").value(false));
    }

    @Test
    void aBrokenPromiseHoldsWhileWhatItWasAboutIsOpen() throws Exception {
        story.tell(new CreditPolicySet(story.entity(), 1, LocalDate.parse("2026-01-01"),
                new ApprovalLimits(eur("0.00"), eur("0.00")), LocalDate.parse("2026-01-01"),
                new PolicyRules(null,
                        new CreditRules(null, null, null, null, null, null, null, null, true), null, null, null, null,
                        null, null, null, null)));
        story.tell(new PromiseMade(story.accountId("C1"), story.entity(), new PromiseId(story.id("PR1")),
                eur("100.00"), LocalDate.parse("2026-02-10"), 0, List.of(new InvoiceId(story.id("I1"))), null, null,
                null, LocalDate.parse("2026-02-06")));
        story.position();
        var path = "/v1/customer-accounts/" + story.id("C1") + "/exposure?asAt=";
        ask(path + "2026-02-10").andExpect(jsonPath("$.onHold").value(false));
        ask(path + "2026-02-11").andExpect(jsonPath("$.onHold").value(true))
                .andExpect(jsonPath("$.holdReasons", contains("BROKEN_PROMISE")));
        ask(path + "2026-03-01").andExpect(jsonPath("$.onHold").value(false));
    }

    @Test
    void aLetterTellsWhatBecameOfIt() throws Exception {
        var path = "/v1/dunning-letters/" + story.id("L1");
        notFound(path + "?asAt=2026-02-04", "DUNNING_LETTER_NOT_FOUND");
        notFound("/v1/dunning-letters/nothing", "DUNNING_LETTER_NOT_FOUND");
        ask(path + "?asAt=2026-02-05").andExpect(jsonPath("$.status").value("WAITING"))
                .andExpect(jsonPath("$.channel").value("EMAIL"))
                .andExpect(jsonPath("$.items[0].daysPastDue").value(5))
                .andExpect(jsonPath("$.fees.amount").value("0.00"))
                .andExpect(jsonPath("$.contentHash").value("hash of L1"));
        ask(path + "?asAt=2026-02-06").andExpect(jsonPath("$.status").value("FAILED"))
                .andExpect(jsonPath("$.deliveries[0].failure").value("REFUSED"))
                .andExpect(jsonPath("$.deliveries[0].code").value(550));
        ask(path + "?asAt=2026-02-07").andExpect(jsonPath("$.status").value("WAITING"))
                .andExpect(jsonPath("$.channel").value("LETTER"));
        ask(path).andExpect(jsonPath("$.status").value("DELIVERED"))
                .andExpect(jsonPath("$.deliveries[1].reference").value("L1.html"))
                .andExpect(jsonPath("$.version").value(4));
        ask(path + "?asKnown=" + firstLetter).andExpect(jsonPath("$.status").value("WAITING"));
    }

    @Test
    void runsAreListedWithTheirSums() throws Exception {
        notFound("/v1/dunning-runs/" + story.id("R2") + "?asAt=2026-02-19", "DUNNING_RUN_NOT_FOUND");
        notFound("/v1/dunning-runs/nothing", "DUNNING_RUN_NOT_FOUND");
        ask("/v1/dunning-runs/" + story.id("R2")).andExpect(jsonPath("$.letters").value(1))
                .andExpect(jsonPath("$.notDunned").value(2))
                .andExpect(jsonPath("$.completed").value(true))
                .andExpect(jsonPath("$.waiting").value(1))
                .andExpect(jsonPath("$.levels[0].level").value(2))
                .andExpect(jsonPath("$.levels[0].amountDue.amount").value("100.00"))
                .andExpect(jsonPath("$.levels[0].fees.amount").value("7.50"));
        ask("/v1/dunning-runs?legalEntity=" + story.entity()).andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].runId").value(story.id("R2")))
                .andExpect(jsonPath("$.items[1].delivered").value(1));
        ask("/v1/dunning-runs?asAt=2026-02-06&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].failed").value(1));
        var first = ask("/v1/dunning-runs?limit=1&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[0].runId").value(story.id("R2")))
                .andReturn();
        var cursor = JsonPath.<String>read(first.getResponse().getContentAsString(), "$.nextCursor");
        ask("/v1/dunning-runs?limit=1&after=" + cursor + "&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[0].runId").value(story.id("R1")));
        ask("/v1/dunning-runs/" + story.id("R1") + "/letters")
                .andExpect(jsonPath("$.items[0].letterId").value(story.id("L1")));
        ask("/v1/customer-accounts/" + story.id("C1") + "/dunning-letters")
                .andExpect(jsonPath("$.items[0].letterId").value(story.id("L2")))
                .andExpect(jsonPath("$.items[1].letterId").value(story.id("L1")));
        ask("/v1/customer-accounts/" + story.id("C1") + "/dunning-letters?asAt=2026-02-19")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void theTextIsThereUntilItIsErased() throws Exception {
        var path = "/v1/dunning-letters/" + story.id("L1") + "/text";
        ask(path).andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string("<p>html L1</p>"));
        jdbc.sql("update party.dunning_letter set plain = null, html = null where account_id = ?")
                .param(story.id("C1"))
                .update();
        jdbc.sql("delete from party.customer_account_party where account_id = ?").param(story.id("C1")).update();
        story.tell(new ContactErased(story.accountId("C1"), story.entity(), LocalDate.parse("2026-03-02"))).position();
        http.perform(get(path))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.code").value("DUNNING_LETTER_ERASED"));
        http.perform(get("/v1/customer-accounts/" + story.id("C1") + "/contact"))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.code").value("CONTACT_ERASED"));
        page("/dunning-letters/" + story.id("L1"), Locale.ENGLISH)
                .andExpect(content().string(containsString("was erased")));
        page("/accounts/" + story.id("C1"), Locale.ENGLISH);
    }

    @Test
    void aContactIsAnsweredAsItIsNow() throws Exception {
        jdbc.sql("update party.customer_account_party set contact = ?::jsonb where account_id = ?")
                .params("{\"email\":\"a@b.test\",\"language\":\"EN\"}", story.id("C1"))
                .update();
        ask("/v1/customer-accounts/" + story.id("C1") + "/contact").andExpect(jsonPath("$.email").value("a@b.test"))
                .andExpect(jsonPath("$.language").value("EN"))
                .andExpect(jsonPath("$.name").value("Name of C1"));
        notFound("/v1/customer-accounts/nobody/contact", "ACCOUNT_NOT_FOUND");
    }

    @Test
    void blocksAreToldByDate() throws Exception {
        story.tell(new DunningBlockPlaced(story.accountId("C1"), story.entity(), new DunningBlockId(story.id("B1")),
                "negotiations", "clerk-1", null, LocalDate.parse("2026-02-01")));
        story.tell(new InvoiceDunningBlocked(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DunningBlockId(story.id("B2")), "looked into", "clerk-1", LocalDate.parse("2026-02-28"),
                LocalDate.parse("2026-02-10")));
        story.tell(new DunningBlockReleased(story.accountId("C1"), story.entity(),
                new DunningBlockId(story.id("B1")), "over", LocalDate.parse("2026-02-15"))).position();
        var path = "/v1/customer-accounts/" + story.id("C1") + "/dunning-blocks";
        ask(path + "?asAt=2026-02-09").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].reason").value("negotiations"))
                .andExpect(jsonPath("$.items[0].releasedDate").doesNotExist());
        ask(path).andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].releasedDate").value("2026-02-15"))
                .andExpect(jsonPath("$.items[1].invoiceId").value(story.id("I1")))
                .andExpect(jsonPath("$.items[1].until").value("2026-02-28"));
        page("/accounts/" + story.id("C1"), Locale.FRENCH)
                .andExpect(content().string(containsString("Relances bloquées")))
                .andExpect(content().string(containsString("tout le compte")));
    }

    @Test
    void thePagesSpeakBothLanguages() throws Exception {
        page("/dunning", Locale.ENGLISH).andExpect(content().string(containsString("Reminders")))
                .andExpect(content().string(containsString(story.entity().value())));
        page("/dunning/" + story.id("R2"), Locale.FRENCH)
                .andExpect(content().string(containsString("Mise en demeure")))
                .andExpect(content().string(containsString("Name of C1")));
        page("/dunning-letters/" + story.id("L1"), Locale.ENGLISH)
                .andExpect(content().string(containsString("plain L1")))
                .andExpect(content().string(containsString("refused by the mail server")));
        page("/dunning-letters/" + story.id("L1"), Locale.FRENCH)
                .andExpect(content().string(containsString("refusé par le serveur de messagerie")));
        page("/accounts/" + story.id("C1") + "?asAt=2026-02-20", Locale.ENGLISH)
                .andExpect(content().string(containsString("Dunning level")));
    }

    private DunningLetterId letter(String id) {
        return new DunningLetterId(story.id(id));
    }

    private void level(String asAt, String known, int level) throws Exception {
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=" + asAt + known)
                .andExpect(jsonPath("$.dunningLevel").value(level));
    }

    private ResultActions page(String path, Locale language) throws Exception {
        return http.perform(get(path).locale(language).header("Accept-Language", language.toLanguageTag()))
                .andExpect(status().isOk());
    }

    private void notFound(String path, String code) throws Exception {
        http.perform(get(path)).andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value(code));
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path)).andExpect(status().isOk());
    }
}
