package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What lateness costs, told in calls: 12,000.00 due 2024-05-31, of which 5,000.00 come on 06-20 and 7,000.00 on 07-31, at 10
 * points above a reference rate of 2.15 % in the first half-year and 2.40 % in the second, and 40.00 once.
 */
@SuppressWarnings("NullAway.Init")
class LateChargeStoryIT {

    /** A rate of this test's own: rates are common to all entities. */
    private static final String RATE = "STORY_"
            + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);

    private static int books;
    private Book book;
    private Api api;

    @BeforeEach
    void anInvoiceThatIsPaidLate() {
        api = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(api, "LATE" + ++books);
        book.account("C1");
        book.seen(api.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','lateCharges':{
                  'interest':{'reference':'%s','marginPoints':'10','dayCount':'ACT_365','source':'C. com. L441-10 II'},
                  'fixedIndemnity':{'amount':'40.00','currency':'EUR'},'source':'C. com. D441-5'}}"""
                .formatted(RATE))));
        book.invoice("I1", "C1", "2024-05-01", "2024-05-31", "12000.00");
    }

    @Test
    void interestIsCountedByHalfYearAndClaimedOnceTogetherWithTheIndemnity() {
        setRates();
        book.payment("P1", "C1", "2024-06-20", "5000.00");
        book.payment("P2", "C1", "2024-07-31", "7000.00");
        book.allocate("P1", "I1", "5000.00", "2024-08-10");
        book.allocate("P2", "I1", "7000.00", "2024-08-10");

        var tried = run("2024-09-30", ",'dryRun':true");
        assertThat(charges(tried)).containsExactlyInAnyOrder("INTEREST 176.91", "FIXED_INDEMNITY 40.00");
        assertThat(book.line("C1", "2024-09-30")).as("it was only tried").isEqualTo("nothing");

        assertThat(charges(run("2024-09-30", ""))).containsExactlyInAnyOrder("INTEREST 176.91",
                "FIXED_INDEMNITY 40.00");
        assertThat(charges(run("2024-09-30", ""))).as("the same run again").isEmpty();

        assertThat(book.line("C1", "2024-09-30")).as("due on the day of the claim")
                .isEqualTo("216.91 | 0.00 0.00 0.00 0.00 | 0.00 = 216.91");
        assertThat(book.line("C1", "2024-10-01")).isEqualTo("0.00 | 216.91 0.00 0.00 0.00 | 0.00 = 216.91");
        var invoice = book.get("/v1/invoices/" + book.id("I1")).ok();
        assertThat(invoice.amount("amountDue")).as("the principal is paid").isEqualTo("0.00");
        assertThat(invoice.text("/status")).isEqualTo("PAID");
        assertThat(invoice.json().path("lateCharges").size()).isEqualTo(2);
    }

    @Test
    void aChargeIsPaidByItsIdAndOnlyThenCannotBeTakenBack() {
        setRates();
        var claimed = book.seen(api.post("/v1/invoices/" + book.id("I1") + "/late-charges",
                json("{'kind':'INTEREST','effectiveDate':'2024-06-20'}"))).created();
        assertThat(claimed.amount("amount")).isEqualTo("79.89");
        var charge = claimed.text("/chargeId");
        book.payment("P1", "C1", "2024-06-25", "100.00");
        book.seen(api.post("/v1/payments/" + book.id("P1") + "/allocations", json(
                "{'chargeId':'%s','amount':{'amount':'79.89','currency':'EUR'},'effectiveDate':'2024-06-25'}"
                        .formatted(charge))))
                .created();
        assertThat(book.get("/v1/late-charges/" + charge + "?asAt=2024-06-24").ok().amount("amountDue"))
                .isEqualTo("79.89");
        assertThat(book.get("/v1/late-charges/" + charge).ok().amount("amountDue")).isEqualTo("0.00");
        api.post("/v1/invoices/" + book.id("I1") + "/late-charges/" + charge + "/reversal",
                Book.reason("goodwill", "2024-06-30")).refused(409, "HAS_ALLOCATIONS");
    }

    @Test
    void aPaymentThatBecomesKnownLaterChangesWhatWasClaimed() {
        setRates();
        assertThat(charges(run("2024-06-30", ""))).containsExactlyInAnyOrder("INTEREST 119.84",
                "FIXED_INDEMNITY 40.00");
        long before = book.position();
        book.payment("P1", "C1", "2024-06-20", "5000.00");
        book.allocate("P1", "I1", "5000.00", "2024-07-05");

        var again = run("2024-07-05", "");
        assertThat(charges(again)).as("79.89 + 23.30 until 30 June, and five days at the new rate")
                .containsExactly("INTEREST 103.19", "INTEREST 11.89");
        assertThat(again.text("/reversed/0/amount/amount")).isEqualTo("119.84");

        var line = book.get("/v1/invoices/" + book.id("I1") + "?asAt=2024-07-05&asKnown=" + before).ok();
        assertThat(line.text("/lateCharges/0/amount/amount")).as("as it was known then").isEqualTo("119.84");
    }

    @Test
    void aPublicBuyerAConsumerAndABusinessOweByRulesOfTheirOwn() {
        setRates();
        book.seen(api.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-02','lateCharges':{
                  'interest':{'reference':'%1$s','marginPoints':'10'},
                  'fixedIndemnity':{'amount':'40.00','currency':'EUR'},
                  'debtorClasses':[{'debtorClass':'PUBLIC','interest':{'reference':'%1$s','marginPoints':'8',
                    'source':'Code de la commande publique, article R2192-31'},
                    'fixedIndemnity':{'amount':'40.00','currency':'EUR'}}]}}""".formatted(RATE))));
        debtor("CITY", "PUBLIC");
        debtor("PERSON", "CONSUMER");
        for (var account : List.of("CITY", "PERSON")) {
            book.invoice("I-" + account, account, "2024-05-01", "2024-05-31", "12000.00");
        }
        var run = run("2024-06-20", "");
        var charged = new ArrayList<String>();
        run.json()
                .path("charges")
                .forEach(it -> charged.add(it.path("accountId").asString() + " " + it.path("kind").asString() + " "
                        + it.at("/amount/amount").asString()));
        assertThat(charged).as("20 days at 12.15 and at 10.15; a consumer owes nothing that the policy does not name")
                .containsExactlyInAnyOrder(book.id("C1") + " INTEREST 79.89", book.id("C1") + " FIXED_INDEMNITY 40.00",
                        book.id("CITY") + " INTEREST 66.74", book.id("CITY") + " FIXED_INDEMNITY 40.00");
        assertThat(book.get("/v1/customer-accounts/" + book.id("CITY")).ok().text("/debtorClass")).isEqualTo("PUBLIC");
    }

    private void debtor(String account, String debtorClass) {
        book.account(account);
        book.seen(api.put("/v1/customer-accounts/" + book.id(account) + "/debtor-class",
                json("{'debtorClass':'%s','reason':'by its articles','effectiveDate':'2024-01-01'}"
                        .formatted(debtorClass))));
    }

    /** 3,000.00 of it are disputed from 06-11 on, and the policy leaves out what is disputed. */
    @Test
    void whatIsDisputedBearsNoInterestUntilTheCustomerTurnsOutToBeWrong() {
        var dispute = dispute();
        var waiting = run("2024-06-20", "");
        assertThat(charges(waiting)).as("ten days of 12,000.00 and ten of 9,000.00")
                .containsExactlyInAnyOrder("INTEREST 69.90", "FIXED_INDEMNITY 40.00");
        assertThat(waiting.text("/charges/0/calculation/periods/1/base/amount")).isEqualTo("9000.00");
        assertThat(waiting.text("/charges/0/calculation/periods/1/disputed/amount")).isEqualTo("3000.00");

        resolve(dispute, "{'outcome':'REJECTED','reason':'delivered in full','effectiveDate':'2024-06-25'}");
        var again = run("2024-06-30", "");
        assertThat(again.text("/reversed/0/amount/amount")).isEqualTo("69.90");
        assertThat(charges(again)).as("together 30 days of 12,000.00: 119.84")
                .containsExactly("INTEREST 79.89", "INTEREST 39.95");
    }

    @Test
    void whatTheCustomerWasRightAboutWasNeverOwed() {
        var dispute = dispute();
        run("2024-06-20", "");
        book.creditNote("N1", "C1", "2024-06-25", "3000.00", Map.of("I1", "3000.00"));
        resolve(dispute, "{'outcome':'CREDITED','reason':'a quarter was missing','creditNoteId':'%s',"
                .formatted(book.id("N1")) + "'effectiveDate':'2024-06-25'}");
        var again = run("2024-06-30", "");
        assertThat(again.text("/reversed/0/amount/amount")).isEqualTo("69.90");
        assertThat(charges(again)).as("together 30 days of 9,000.00: 89.88")
                .containsExactly("INTEREST 59.92", "INTEREST 29.96");
        assertThat(charges(run("2024-06-30", ""))).isEmpty();
    }

    private String dispute() {
        setRates();
        book.seen(api.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-02','lateCharges':{
                  'interest':{'reference':'%s','marginPoints':'10'},
                  'fixedIndemnity':{'amount':'40.00','currency':'EUR'},'disputedItems':'EXCLUDE'}}"""
                .formatted(RATE))));
        return book.seen(api.post("/v1/invoices/" + book.id("I1") + "/disputes", json("""
                {'amount':{'amount':'3000.00','currency':'EUR'},'reason':'a quarter was missing',
                 'effectiveDate':'2024-06-11'}"""))).created().text("/disputeId");
    }

    private void resolve(String dispute, String body) {
        book.seen(api.post("/v1/invoices/" + book.id("I1") + "/disputes/" + dispute + "/resolution", json(body)));
    }

    @Test
    void whatIsNotKnownOfARateIsAskedForAndNeverGuessed() {
        book.seen(api.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-02','lateCharges':{'interest':{'reference':'UNKNOWN','marginPoints':'8'}}}""")));
        var refused = api.post("/v1/late-charge-runs",
                json("{'legalEntity':'%s','asAt':'2024-06-30'}".formatted(book.entity())));
        refused.refused(422, "REFERENCE_RATE_MISSING");
        assertThat(refused.text("/detail")).contains("UNKNOWN", "2024-01-01", "2024-06-30");
    }

    private void setRates() {
        book.seen(api.put("/v1/reference-rates/" + RATE, json("""
                {'source':'illustration','values':[{'validFrom':'2024-01-01','percent':'2.15'},
                  {'validFrom':'2024-07-01','percent':'2.40'}]}""")));
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }

    private Answer run(String asAt, String more) {
        return book.seen(api.post("/v1/late-charge-runs",
                json("{'legalEntity':'%s','asAt':'%s'%s}".formatted(book.entity(), asAt, more))));
    }

    private static List<String> charges(Answer run) {
        var charges = new ArrayList<String>();
        run.json()
                .path("charges")
                .forEach(it -> charges.add(it.path("kind").asString() + " "
                        + it.path("amount").path("amount").asString()));
        return charges;
    }
}
