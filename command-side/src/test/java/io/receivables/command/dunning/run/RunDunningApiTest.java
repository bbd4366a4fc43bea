package io.receivables.command.dunning.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs of reminders through the API. */
class RunDunningApiTest {

    private static final String LEVELS = """
            'levels':[{'level':1,'daysPastDue':5},{'level':2,'daysPastDue':20,'minDaysSincePrevious':10,'fee':%s},
                      {'level':3,'daysPastDue':40,'minDaysSincePrevious':10,'finalNotice':true}]"""
            .formatted(Book.eur("7.50"));

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void aPolicyWithoutLevelsIsRefused() {
        run("2026-03-01").expect(422, "DUNNING_RULE_MISSING");
        policy("'levels':[]");
        run("2026-03-01").expect(422, "DUNNING_RULE_MISSING");
    }

    @Test
    void aFutureDateIsRefused() {
        policy(LEVELS);
        assertThat(run("2099-01-01").expect(422, "DATE_IN_FUTURE").at("/errors/0/pointer")).isEqualTo("/asAt");
    }

    @Test
    void anEntityThatIsNotThereIsRefusedAndSoIsWhoMayNotSeeIt() {
        api.post("/v1/dunning-runs", "{'legalEntity':'NOBODY','asAt':'2026-03-01'}")
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
        Api.as(Role.CLERK)
                .post("/v1/dunning-runs", "{'legalEntity':'%s','asAt':'2026-03-01'}".formatted(book.entity))
                .expect(403, "FORBIDDEN");
    }

    @Test
    void aRunBeforeTheLastOneIsRefusedAndSoIsItsPreview() {
        policy(LEVELS);
        run("2026-03-01").expect(201);
        var refused = run("2026-02-28").expect(409, "RUN_OUT_OF_ORDER");
        assertThat(refused.at("/detail")).contains("2026-03-01", "2026-02-28");
        preview("2026-02-28").expect(409, "RUN_OUT_OF_ORDER");
    }

    @Test
    void levelsMoveOneAtATimeAndTheLetterHasTheHighest() {
        policy(LEVELS);
        var old = book.invoice("100.00");
        assertThat(run("2026-02-04").expect(201).body().at("/letters")).isEmpty();
        var first = run("2026-02-05").expect(201);
        assertThat(letters(first)).containsExactly(book.account + " 1 100.00 0.00 [" + old + "/1 5 1]");
        assertThat(first.at("/letters/0/template")).isEqualTo("first-reminder");
        var late = invoice("30.00", "2026-02-15");
        var second = run("2026-02-20").expect(201);
        assertThat(letters(second))
                .containsExactly(book.account + " 2 130.00 7.50 [" + old + "/1 20 2, " + late + "/1 5 1]");
        assertThat(second.at("/letters/0/template")).isEqualTo("further-reminder");
        var third = run("2026-03-12").expect(201);
        assertThat(letters(third))
                .containsExactly(book.account + " 3 130.00 0.00 [" + old + "/1 40 3, " + late + "/1 25 2]");
        assertThat(third.at("/letters/0/finalNotice")).isEqualTo("true");
        assertThat(third.at("/letters/0/template")).isEqualTo("final-notice");
        assertThat(text(third.at("/letters/0/letterId"))).as("notice is given of what has come to its level alone")
                .containsSubsequence(old, "107,50\u00a0EUR dans les huit jours", "ne font pas l’objet", late,
                        "30,00\u00a0EUR", "137,50\u00a0EUR");
        var after = run("2026-03-20").expect(201);
        assertThat(after.body().at("/letters")).isEmpty();
        assertThat(reasons(after)).containsExactly(old + " HIGHEST_LEVEL_REACHED", late + " NOT_YET");
    }

    /**
     * Trap T16: the state comes from the days past due of each instalment. The invoice is of January; its second instalment falls
     * due in March, and neither the invoice's date nor its oldest instalment makes that one late.
     */
    @Test
    void trap16TheAgeIsThatOfTheInstalmentNeverOfTheInvoice() {
        policy(LEVELS);
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s,
                 'instalments':[{'dueDate':'2026-01-31','amount':%s},{'dueDate':'2026-03-10','amount':%s}]}"""
                .formatted(id, id, book.account, Book.eur("90.00"), Book.eur("40.00"), Book.eur("50.00"))).expect(201);
        assertThat(letters(run("2026-03-08"))).containsExactly(book.account + " 1 40.00 0.00 [" + id + "/1 36 1]");
        assertThat(letters(run("2026-03-18")))
                .containsExactly(book.account + " 2 90.00 7.50 [" + id + "/1 46 2, " + id + "/2 8 1]");
    }

    @Test
    void theSameRunTwiceSendsNothingTwice() {
        policy("'levels':[{'level':1,'daysPastDue':1},{'level':2,'daysPastDue':2}]");
        var invoice = book.invoice("100.00");
        var first = run("2026-03-01").expect(201);
        assertThat(letters(first)).hasSize(1);
        var again = run("2026-03-01").expect(200);
        assertThat(again.at("/runId")).isEqualTo(first.at("/runId"));
        assertThat(again.body().at("/letters")).isEmpty();
        assertThat(reasons(again)).containsExactly(invoice + " ALREADY_IN_RUN");
        assertThat(facts("DunningRunCompleted", "runId", first.at("/runId"))).isEqualTo(1);
        assertThat(facts("DunningLetterIssued", "accountId", book.account)).isEqualTo(1);
    }

    @Test
    void aLateFactIsRemindedOfByTheSameRunAskedAgain() {
        policy(LEVELS);
        run("2026-03-01").expect(201);
        var invoice = book.invoice("100.00");
        assertThat(letters(run("2026-03-01").expect(200)))
                .containsExactly(book.account + " 1 100.00 0.00 [" + invoice + "/1 29 1]");
    }

    @Test
    void theSameRequestIsAnsweredFromTheStore() {
        policy(LEVELS);
        book.invoice("100.00");
        var body = "{'legalEntity':'%s','asAt':'2026-03-01'}".formatted(book.entity);
        var key = UUID.randomUUID().toString();
        var first = api.send("POST", "/v1/dunning-runs", key, body, Map.of()).expect(201);
        var second = api.send("POST", "/v1/dunning-runs", key, body, Map.of()).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(facts("DunningLetterIssued", "accountId", book.account)).isEqualTo(1);
    }

    @Test
    void manyAtOnceSendOneLetterAnAccount() throws Exception {
        policy("'levels':[{'level':1,'daysPastDue':1},{'level':2,'daysPastDue':2}]");
        var accounts = IntStream.range(0, 60)
                .mapToObj(_ -> Book.openAccount(book.entity, Book.id("C"), "EUR"))
                .toList();
        accounts.forEach(account -> invoice(account, "10.00", "2026-01-31"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var asked = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Answer>>mapToObj(_ -> () -> run("2026-03-01"))
                    .toList());
            var letters = new ArrayList<String>();
            for (var answer : asked) {
                letters.addAll(letters(answer.get()));
            }
            assertThat(letters).hasSize(60).doesNotHaveDuplicates();
        }
        assertThat(jdbc.sql("""
                select count(*) from eventstore.event_json
                 where payload_type = 'DunningLetterIssued' and payload ->> 'legalEntity' = ?""")
                .param(book.entity)
                .query(Integer.class)
                .single()).isEqualTo(60);
    }

    @Test
    void aPreviewWritesNothing() {
        policy(LEVELS);
        book.invoice("100.00");
        long before = events();
        var preview = preview("2026-03-01").expect(200);
        assertThat(letters(preview)).hasSize(1);
        assertThat(preview.body().has("runId")).isFalse();
        assertThat(preview.body().at("/letters/0").has("letterId")).isFalse();
        assertThat(events()).isEqualTo(before);
        assertThat(letters(run("2026-03-01").expect(201))).isEqualTo(letters(preview));
    }

    @Test
    void anotherVersionIsTriedInADryRunOnly() {
        policy("'levels':[{'level':1,'daysPastDue':90}]");
        policy(LEVELS);
        book.invoice("100.00");
        var body = "{'legalEntity':'%s','asAt':'2026-03-01','policyVersion':%s%s}";
        api.post("/v1/dunning-runs", body.formatted(book.entity, 1, "")).expect(422, "VALUE_INVALID");
        api.post("/v1/dunning-runs", body.formatted(book.entity, 9, ",'dryRun':true"))
                .expect(404, "POLICY_VERSION_NOT_FOUND");
        var tried = api.post("/v1/dunning-runs", body.formatted(book.entity, 1, ",'dryRun':true")).expect(200);
        assertThat(tried.at("/simulation")).isEqualTo("true");
        assertThat(tried.body().at("/letters")).isEmpty();
    }

    @Test
    void whoIsOwedIsNotReminded() {
        policy(LEVELS);
        var invoice = book.invoice("100.00");
        book.payment("100.00");
        var run = run("2026-03-01").expect(201);
        assertThat(run.body().at("/letters")).isEmpty();
        assertThat(reasons(run)).containsExactly(invoice + " BALANCE_NOT_OWED");
        assertThat(run.at("/notDunned/0/detail")).contains("0.00 EUR");
    }

    @Test
    void lessThanTheMinimumIsNotWorthALetter() {
        policy(LEVELS + ",'minimumAmount':" + Book.eur("50.00"));
        var invoice = book.invoice("100.00");
        var payment = book.payment("50.01");
        var run = run("2026-03-01").expect(201);
        assertThat(reasons(run)).containsExactly(invoice + " BELOW_MINIMUM");
        assertThat(run.at("/notDunned/0/detail")).contains("49.99 EUR", "50.00 EUR");
        api.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-03-02'}")
                .expect(200);
        assertThat(letters(run("2026-03-02"))).hasSize(1);
    }

    /** Who is reminded does not hang on when a node has judged the plan. */
    @Test
    void aPlanThatIsNotKeptIsNoReasonToWaitFromTheDayOfItsBreach() {
        policy(LEVELS);
        var invoice = book.invoice("100.00");
        var plans = "/v1/customer-accounts/" + book.account + "/payment-plans";
        var plan = api.post(plans, """
                {'items':[{'invoiceId':'%s'}],'rates':[{'dueDate':'2026-04-01','amount':%s}],'reason':'x',
                 'effectiveDate':'2026-02-10'}""".formatted(invoice, Book.eur("100.00"))).expect(201).at("/planId");
        api.post(plans + "/" + plan + "/acceptance", "{'evidence':'signed','effectiveDate':'2026-02-10'}").expect(200);
        assertThat(reasons(run("2026-03-20"))).containsExactly(invoice + " IN_PLAN");
        assertThat(letters(run("2026-05-30"))).containsExactly(book.account + " 1 100.00 0.00 [" + invoice
                + "/1 119 1]");
    }

    @Test
    void whatIsPaidLeaves() {
        policy(LEVELS);
        var paid = book.invoice("100.00");
        var other = book.invoice("30.00");
        run("2026-02-05").expect(201);
        var payment = book.payment("100.00");
        api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-06'}"
                        .formatted(paid, Book.eur("100.00")))
                .expect(201);
        assertThat(letters(run("2026-02-25")))
                .containsExactly(book.account + " 2 30.00 7.50 [" + other + "/1 25 2]");
    }

    @Test
    void theFeeIsAChargeOfTheInvoiceThatCameToTheLevel() {
        policy(LEVELS);
        var invoice = book.invoice("100.00");
        run("2026-02-05").expect(201);
        run("2026-02-20").expect(201);
        var claimed = jdbc.sql("""
                select payload ->> 'kind' || ' ' || (payload -> 'amount' ->> 'amount') || ' '
                       || (payload ->> 'effectiveDate')
                  from eventstore.event_json
                 where payload_type = 'LateChargeClaimed' and payload ->> 'invoiceId' = ?""")
                .param(invoice)
                .query(String.class)
                .list();
        assertThat(claimed).containsExactly("FEE 7.50 2026-02-20");
    }

    /** What it costs to remind a consumer stays with the creditor, unless the policy says otherwise. */
    @Test
    void theFeeIsForBusinessesUnlessThePolicySaysOtherwise() {
        var fee = "'levels':[{'level':1,'daysPastDue':5,'fee':%s%s}]";
        policy(fee.formatted(Book.eur("7.50"), ""));
        debtorClass("CONSUMER");
        var invoice = book.invoice("100.00");
        assertThat(letters(run("2026-02-05"))).containsExactly(book.account + " 1 100.00 0.00 [" + invoice + "/1 5 1]");
        assertThat(facts("LateChargeClaimed", "accountId", book.account)).isZero();
        policy(fee.formatted(Book.eur("7.50"), ",'feeDebtorClasses':['PUBLIC']"));
        debtorClass("PUBLIC");
        var other = invoice("30.00", "2026-02-15");
        assertThat(letters(run("2026-02-20"))).singleElement()
                .asString()
                .startsWith(book.account + " 1 ")
                .contains(" 7.50 ", other);
        assertThat(facts("LateChargeClaimed", "accountId", book.account)).isEqualTo(1);
    }

    private void debtorClass(String debtorClass) {
        api.put("/v1/customer-accounts/" + book.account + "/debtor-class",
                "{'debtorClass':'%s','reason':'by its articles','effectiveDate':'2026-01-01'}".formatted(debtorClass))
                .expect(200);
    }

    @Test
    void aBlockHoldsForItsDays() {
        policy(LEVELS);
        var invoice = book.invoice("100.00");
        var block = api.post("/v1/invoices/" + invoice + "/dunning-blocks",
                "{'reason':'looked into','effectiveDate':'2026-02-01','until':'2026-02-10'}").expect(201);
        assertThat(reasons(run("2026-02-10"))).containsExactly(invoice + " BLOCKED");
        assertThat(letters(run("2026-02-11"))).hasSize(1);
        api.post("/v1/invoices/" + invoice + "/dunning-blocks/" + block.at("/blockId") + "/release",
                "{'reason':'done','effectiveDate':'2026-02-05'}").expect(200);
        api.post("/v1/invoices/" + invoice + "/dunning-blocks/" + block.at("/blockId") + "/release",
                "{'reason':'done','effectiveDate':'2026-02-05'}").expect(409, "DUNNING_BLOCK_RELEASED");
        api.post("/v1/invoices/" + invoice + "/dunning-blocks/nothing/release",
                "{'reason':'done','effectiveDate':'2026-02-05'}").expect(404, "DUNNING_BLOCK_NOT_FOUND");
    }

    @Test
    void anAccountIsBlockedAltogetherUntilItIsReleased() {
        policy(LEVELS);
        var invoice = book.invoice("100.00");
        var blocks = "/v1/customer-accounts/" + book.account + "/dunning-blocks";
        api.post(blocks, "{'reason':'x','effectiveDate':'2026-02-01','until':'2026-01-31'}")
                .expect(422, "VALUE_INVALID");
        api.post(blocks, "{'reason':'x','effectiveDate':'2024-02-01'}").expect(422, "BEFORE_ACCOUNT_OPENED");
        var block = api.post(blocks, "{'reason':'negotiations','effectiveDate':'2026-02-01'}").expect(201);
        var run = run("2026-03-01");
        assertThat(reasons(run)).containsExactly(invoice + " BLOCKED");
        assertThat(run.at("/notDunned/0/detail")).contains("2026-02-01", "negotiations");
        api.post(blocks + "/" + block.at("/blockId") + "/release", "{'reason':'over','effectiveDate':'2026-03-02'}")
                .expect(200);
        assertThat(letters(run("2026-03-02"))).hasSize(1);
    }

    @Test
    void anAccountMayHaveAProcedureOfItsOwn() {
        policy(LEVELS + ",'procedures':[{'name':'gentle','levels':[{'level':1,'daysPastDue':30}]}]");
        var path = "/v1/customer-accounts/" + book.account + "/dunning-procedure";
        var refused = api.put(path, "{'procedure':'harsh'}").expect(422, "DUNNING_PROCEDURE_UNKNOWN");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/procedure");
        assertThat(refused.at("/detail")).contains("harsh", "gentle");
        api.put(path, "{'procedure':'gentle'}").expect(200);
        var invoice = book.invoice("100.00");
        assertThat(reasons(run("2026-03-01"))).containsExactly(invoice + " NOT_YET");
        var run = run("2026-03-02").expect(201);
        assertThat(run.at("/letters/0/procedure")).isEqualTo("gentle");
        api.put(path, "{}").expect(200);
        assertThat(letters(run("2026-03-12")))
                .containsExactly(book.account + " 2 100.00 7.50 [" + invoice + "/1 40 2]");
    }

    @Test
    void aHighLevelHoldsNewInvoices() {
        policy(LEVELS, "'credit':{'holdDunningLevel':2}");
        var invoice = book.invoice("100.00");
        run("2026-02-05").expect(201);
        var other = book.invoice("1.00");
        run("2026-02-20").expect(201);
        var refused = api.post("/v1/invoices", """
                {'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-02-21','dueDate':'2026-03-31','total':%s}"""
                .formatted(Book.id("N"), book.account, Book.eur("1.00"))).expect(409, "ACCOUNT_ON_HOLD");
        assertThat(refused.at("/detail")).contains("level 2");
        var payment = book.payment("100.00");
        api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-21'}"
                        .formatted(invoice, Book.eur("100.00")))
                .expect(201);
        assertThat(other).isNotEqualTo(invoice);
        invoice("1.00", "2026-03-31");
    }

    @Test
    void badRulesAreRefusedWhenTheyAreSet() {
        refused("'levels':[{'level':1,'daysPastDue':1,'template':'poem'}]", "/dunning/levels/0/template");
        refused(LEVELS + ",'graceDays':-1", "/dunning/graceDays");
        refused(LEVELS + ",'procedures':[{'name':'a','levels':[]},{'name':'a','levels':[]}]",
                "/dunning/procedures/1/name");
        refused(LEVELS
                + ",'procedures':[{'name':'a','levels':[{'level':2,'daysPastDue':9},{'level':1,'daysPastDue':10}]}]",
                "/dunning/procedures/0/levels/1/level");
        refused(LEVELS + ",'sender':{'bankAccount':'FR14 2004'}", "/dunning/sender/bankAccount");
        refused(LEVELS + ",'sender':{'bic':'x'}", "/dunning/sender/bic");
        var other = api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','dunning':{%s,'minimumAmount':{'amount':'1.00','currency':'USD'}}}"
                        .formatted(LEVELS));
        assertThat(other.expect(422).at("/errors/0/pointer")).isEqualTo("/dunning/minimumAmount");
    }

    private void refused(String dunning, String pointer) {
        var answer = api.put("/v1/credit-policies/" + book.entity, "{'validFrom':'2026-01-01','dunning':{%s}}"
                .formatted(dunning)).expect(422, "VALUE_INVALID");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    private void policy(String dunning) {
        policy(dunning, "'edges':[30,60,90]");
    }

    private void policy(String dunning, String more) {
        var set = api.put("/v1/credit-policies/" + book.entity, "{'validFrom':'2026-01-01','dunning':{%s},%s}"
                .formatted(dunning, more));
        assertThat(set.status()).as(() -> set.body().toString()).isBetween(200, 201);
    }

    private String text(String letter) {
        return jdbc.sql("select plain from party.dunning_letter where letter_id = ?")
                .param(letter)
                .query(String.class)
                .single();
    }

    private Answer run(String asAt) {
        return api.post("/v1/dunning-runs", "{'legalEntity':'%s','asAt':'%s'}".formatted(book.entity, asAt));
    }

    private Answer preview(String asAt) {
        return api.post("/v1/dunning-runs",
                "{'legalEntity':'%s','asAt':'%s','dryRun':true}".formatted(book.entity, asAt));
    }

    private String invoice(String total, String due) {
        return invoice(book.account, total, due);
    }

    private String invoice(String account, String total, String due) {
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'%s',
                 'total':%s}""".formatted(id, id, account, due, Book.eur(total))).expect(201);
        return id;
    }

    /** Account, level, amount due, fees, and of each item its days past due and level. */
    private static List<String> letters(Answer run) {
        var letters = new ArrayList<String>();
        for (var letter : run.body().at("/letters")) {
            var items = new ArrayList<String>();
            for (var item : letter.at("/items")) {
                items.add(item.at("/invoiceId").asString() + "/" + item.at("/instalment").asInt() + " "
                        + item.at("/daysPastDue").asInt() + " " + item.at("/level").asInt());
            }
            letters.add(letter.at("/accountId").asString() + " " + letter.at("/level").asInt() + " "
                    + letter.at("/amountDue/amount").asString() + " " + letter.at("/fees/amount").asString() + " "
                    + items);
        }
        return letters;
    }

    private static List<String> reasons(Answer run) {
        var reasons = new ArrayList<String>();
        for (var it : run.body().at("/notDunned")) {
            reasons.add(it.at("/invoiceId").asString() + " " + it.at("/reason").asString());
        }
        return reasons;
    }

    private int facts(String type, String field, String value) {
        return jdbc.sql("select count(*) from eventstore.event_json where payload_type = ? and payload ->> ? = ?")
                .params(type, field, value)
                .query(Integer.class)
                .single();
    }

    private long events() {
        return jdbc.sql("select count(*) from eventstore.event").query(Long.class).single();
    }
}
