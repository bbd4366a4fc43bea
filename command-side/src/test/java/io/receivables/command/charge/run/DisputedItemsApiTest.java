package io.receivables.command.charge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether what is disputed bears charges: 36,500.00 due 2026-01-31 at 10 %, so that a day costs 10.00, with an indemnity of
 * 40.00 and a fee of 12.00.
 */
class DisputedItemsApiTest {

    private static final String ALL = "36500.00";
    private static final String A_FIFTH = "7300.00";
    private static final String A_TENTH = "3650.00";
    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void aWordThatIsNoneOfTheTwoIsRefused() {
        var refused = policyOf("'disputedItems':'MAYBE'").expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/lateCharges/disputedItems");
    }

    @Test
    void aClassOfDebtorsHasNoWordOfItsOwn() {
        policyOf("'debtorClasses':[{'debtorClass':'PUBLIC','disputedItems':'EXCLUDE'}]").expect(400, "UNKNOWN_FIELD");
    }

    @Test
    void thePolicySaysIt() {
        var set = policyOf("'disputedItems':'EXCLUDE'").expect(201);
        assertThat(set.at("/lateCharges/disputedItems")).isEqualTo("EXCLUDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'disputedItems':'CHARGE'"})
    void whereNothingElseIsSaidWhatIsDisputedIsCharged(String option) {
        policyOf("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00") + option).expect(201);
        dispute(book.invoice(ALL), ALL, "2026-02-11");
        var run = run("2026-02-20");
        assertThat(amounts(run)).containsExactlyInAnyOrder("INTEREST 200.00", "FIXED_INDEMNITY 40.00");
        assertThat(run.body().at("/charges/0/calculation/periods/0").has("disputed")).isFalse();
    }

    @Test
    void aPartBearsNoInterestFromTheDayOnWhichItIsDisputed() {
        exclude();
        dispute(book.invoice(ALL), A_FIFTH, "2026-02-11");
        var run = run("2026-02-20");
        // Ten days of all, ten of four fifths.
        assertThat(amounts(run)).containsExactlyInAnyOrder("INTEREST 180.00", "FIXED_INDEMNITY 40.00", "FEE 12.00");
        var periods = run.body().at("/charges/0/calculation/periods");
        assertThat(periods.size()).isEqualTo(2);
        assertThat(periods.at("/0/end").asString()).isEqualTo("2026-02-10");
        assertThat(periods.at("/0").has("disputed")).isFalse();
        assertThat(periods.at("/1/base/amount").asString()).isEqualTo("29200.00");
        assertThat(periods.at("/1/disputed/amount").asString()).isEqualTo(A_FIFTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "WITHDRAWN"})
    void whatTheCustomerWasWrongAboutIsOwedForTheWholeTime(String outcome) {
        exclude();
        var invoice = book.invoice(ALL);
        var dispute = dispute(invoice, ALL, "2026-02-11");
        var waiting = run("2026-02-20");
        assertThat(amounts(waiting)).containsExactly("INTEREST 100.00");
        assertThat(skipped(waiting)).containsExactlyInAnyOrder("FIXED_INDEMNITY DISPUTED", "FEE DISPUTED");
        assertThat(amounts(run("2026-02-25"))).isEmpty();
        resolve(invoice, dispute, outcome, null, "2026-03-01");
        var run = run("2026-03-03");
        assertThat(run.body().at("/reversed").size()).isOne();
        assertThat(amounts(run)).containsExactlyInAnyOrder("INTEREST 200.00", "INTEREST 110.00",
                "FIXED_INDEMNITY 40.00", "FEE 12.00");
        assertNothingChanges("2026-03-03");
    }

    @Test
    void aClaimThatWaitsForADisputeIsRefusedWithTheReason() {
        exclude();
        var invoice = book.invoice(ALL);
        dispute(invoice, ALL, "2026-02-01");
        for (var kind : List.of("INTEREST", "FIXED_INDEMNITY", "FEE")) {
            var refused = api.post("/v1/invoices/" + invoice + "/late-charges",
                    "{'kind':'%s','effectiveDate':'2026-02-20'}".formatted(kind)).expect(422, "NOTHING_TO_CLAIM");
            assertThat(refused.at("/detail")).contains("disputed");
        }
    }

    @Test
    void whatWasGrantedWasNeverOwed() {
        exclude();
        var invoice = book.invoice(ALL);
        assertThat(amounts(run("2026-02-10"))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
        var dispute = dispute(invoice, ALL, "2026-02-11");
        var note = creditNote(ALL, "2026-02-15");
        allocate(note, invoice, ALL);
        resolve(invoice, dispute, "CREDITED", note, "2026-02-20");
        var run = run("2026-02-25");
        assertThat(amounts(run)).isEmpty();
        assertThat(run.body().at("/reversed").size()).isEqualTo(3);
        assertNothingChanges("2026-02-25");
    }

    /** The note may be allocated before or after the end of the dispute, and be named or not: it comes to the same. */
    @ParameterizedTest
    @ValueSource(strings = {"ALLOCATED BEFORE", "ALLOCATED AFTER", "NOT NAMED"})
    void aPartThatWasGrantedBearsNothing(String how) {
        exclude();
        var invoice = book.invoice(ALL);
        run("2026-02-10");
        var dispute = dispute(invoice, A_FIFTH, "2026-02-11");
        var note = creditNote(A_FIFTH, "2026-02-20");
        if (!how.equals("ALLOCATED AFTER")) {
            allocate(note, invoice, A_FIFTH);
        }
        resolve(invoice, dispute, "CREDITED", how.equals("NOT NAMED") ? null : note, "2026-02-20");
        // Ten days and fifteen of four fifths; the indemnity and the fee are owed for the rest.
        assertThat(amounts(run("2026-02-25"))).containsExactly("INTEREST 80.00", "INTEREST 120.00");
        if (how.equals("ALLOCATED AFTER")) {
            allocate(note, invoice, A_FIFTH);
        }
        assertNothingChanges("2026-02-25");
    }

    @Test
    void whatANoteLeavesOfADisputeWasOwed() {
        exclude();
        var invoice = book.invoice(ALL);
        var dispute = dispute(invoice, A_FIFTH, "2026-02-06");
        assertThat(amounts(run("2026-02-20"))).contains("INTEREST 170.00");
        var note = creditNote(A_TENTH, "2026-02-20");
        allocate(note, invoice, A_TENTH);
        resolve(invoice, dispute, "CREDITED", note, "2026-02-21");
        // Twenty days and five of nine tenths.
        assertThat(amounts(run("2026-02-25"))).containsExactly("INTEREST 180.00", "INTEREST 45.00");
    }

    @Test
    void whatANoteTakesOffBesidesTheDisputeCountsFromItsIssue() {
        exclude();
        var invoice = book.invoice(ALL);
        var dispute = dispute(invoice, A_TENTH, "2026-02-11");
        var note = creditNote(A_FIFTH, "2026-02-15");
        allocate(note, invoice, A_FIFTH);
        resolve(invoice, dispute, "CREDITED", note, "2026-02-20");
        // Fifteen days of nine tenths, ten of eight.
        assertThat(amounts(run("2026-02-25"))).contains("INTEREST 215.00");
    }

    @Test
    void aDisputeThatBecomesKnownLaterChangesWhatWasClaimed() {
        exclude();
        var invoice = book.invoice(ALL);
        assertThat(amounts(run("2026-02-20"))).containsExactlyInAnyOrder("INTEREST 200.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
        var dispute = dispute(invoice, ALL, "2026-02-06");
        var again = run("2026-02-25");
        assertThat(amounts(again)).containsExactly("INTEREST 50.00");
        assertThat(again.body().at("/reversed").size()).isEqualTo(3);
        assertNothingChanges("2026-02-25");
        resolve(invoice, dispute, "REJECTED", null, "2026-02-28");
        assertThat(amounts(run("2026-02-28"))).containsExactlyInAnyOrder("INTEREST 200.00", "INTEREST 80.00",
                "FIXED_INDEMNITY 40.00", "FEE 12.00");
        assertNothingChanges("2026-02-28");
    }

    @Test
    void whatWasDisputedBeforeItWasLateWaitsWithAllThatWasClaimed() {
        exclude();
        var invoice = book.invoice(ALL);
        run("2026-02-20");
        dispute(invoice, ALL, "2026-02-01");
        var again = run("2026-02-25");
        assertThat(amounts(again)).isEmpty();
        assertThat(again.body().at("/reversed").size()).isEqualTo(3);
        assertThat(skipped(again)).containsExactly("INTEREST DISPUTED");
    }

    @Test
    void anIndemnityThatIsPaidAndWaitsForADisputeIsLeftToAPerson() {
        policyOf("'disputedItems':'EXCLUDE','fixedIndemnity':" + Book.eur("40.00")).expect(201);
        var invoice = book.invoice(ALL);
        var charge = run("2026-02-20").at("/charges/0/chargeId");
        api.post("/v1/payments/" + book.payment("40.00") + "/allocations", """
                {'chargeId':'%s','amount':%s,'effectiveDate':'2026-02-21'}""".formatted(charge, Book.eur("40.00")))
                .expect(201);
        dispute(invoice, ALL, "2026-02-11");
        var run = run("2026-02-25");
        assertThat(run.body().at("/reversed").size()).isZero();
        assertThat(skipped(run)).containsExactly("FIXED_INDEMNITY CHARGE_SETTLED");
    }

    @Test
    void whatWasPaidWhileItWasDisputedIsLookedAtAgainWhenTheDisputeEnds() {
        exclude();
        var today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        var invoice = book.invoice(ALL);
        var dispute = dispute(invoice, ALL, "2026-02-11");
        pay(invoice, ALL, "2026-02-21");
        assertThat(amounts(run(today))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
        resolve(invoice, dispute, "WITHDRAWN", null, "2026-03-01");
        assertThat(amounts(run(today))).as("21 days, the day of the payment counts").containsExactly("INTEREST 210.00");
        assertNothingChanges(today);
    }

    @Test
    void moneyForTheUndisputedPartLeavesNothingThatBearsInterest() {
        exclude();
        var invoice = book.invoice(ALL);
        dispute(invoice, A_FIFTH, "2026-02-11");
        pay(invoice, "29200.00", "2026-02-15");
        // Ten days of all, five of four fifths; while all that is left is disputed there is neither indemnity nor fee.
        var run = run("2026-02-25");
        assertThat(amounts(run)).containsExactly("INTEREST 140.00");
        assertThat(skipped(run)).containsExactlyInAnyOrder("FIXED_INDEMNITY DISPUTED", "FEE DISPUTED");
    }

    @Test
    void aDisputeOfOneInstalmentLeavesTheOthersLate() {
        exclude();
        var invoice = book.invoice(ALL);
        api.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'2026-02-01','amount':%1$s},{'dueDate':'2026-02-10','amount':%1$s}],
                 'reason':'agreed','effectiveDate':'2026-01-15'}""".formatted(Book.eur("18250.00"))).expect(200);
        api.post("/v1/invoices/" + invoice + "/disputes", """
                {'amount':%s,'instalment':3,'reason':'wet','effectiveDate':'2026-02-11'}"""
                .formatted(Book.eur("18250.00"))).expect(201);
        assertThat(amounts(run("2026-02-21"))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
    }

    @Test
    void aClaimStaysUnderTheWordOfItsOwnVersion() {
        policyOf("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00")).expect(201);
        dispute(book.invoice(ALL), ALL, "2026-02-06");
        assertThat(amounts(run("2026-02-20"))).containsExactlyInAnyOrder("INTEREST 200.00", "FIXED_INDEMNITY 40.00");
        exclude();
        var run = run("2026-02-25");
        assertThat(amounts(run)).isEmpty();
        assertThat(run.body().at("/reversed").size()).isZero();
    }

    @Test
    void theOtherWordIsTriedInADryRun() {
        policyOf("'interest':{'annualPercent':'10'}").expect(201);
        exclude();
        dispute(book.invoice(ALL), ALL, "2026-02-11");
        var body = "{'legalEntity':'%s','asAt':'2026-02-20','dryRun':true,'policyVersion':%d}";
        assertThat(amounts(api.post("/v1/late-charge-runs", body.formatted(book.entity, 1)).expect(200)))
                .containsExactly("INTEREST 200.00");
        assertThat(amounts(api.post("/v1/late-charge-runs", body.formatted(book.entity, 2)).expect(200)))
                .containsExactly("INTEREST 100.00");
        assertThat(amounts(run("2026-02-20"))).containsExactly("INTEREST 100.00");
    }

    @Test
    void itIsSaidForEveryClassOfDebtors() {
        policyOf(
                "'disputedItems':'EXCLUDE','debtorClasses':[{'debtorClass':'PUBLIC','interest':{'annualPercent':'10'}}]")
                .expect(201);
        api.put("/v1/customer-accounts/" + book.account + "/debtor-class",
                "{'debtorClass':'PUBLIC','reason':'by its articles','effectiveDate':'2026-01-01'}").expect(200);
        dispute(book.invoice(ALL), A_FIFTH, "2026-02-11");
        assertThat(amounts(run("2026-02-20"))).containsExactly("INTEREST 180.00");
    }

    private void exclude() {
        var set = policyOf("""
                'interest':{'annualPercent':'10'},'fixedIndemnity':%s,'scale':{'kind':'FLAT','amount':%s},
                'disputedItems':'EXCLUDE'""".formatted(Book.eur("40.00"), Book.eur("12.00")));
        assertThat(set.status()).as(() -> "answer " + set.body()).isLessThan(300);
    }

    private Answer policyOf(String lateCharges) {
        return api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2025-01-01','lateCharges':{%s}}".formatted(lateCharges));
    }

    private String dispute(String invoice, String amount, String date) {
        return api.post("/v1/invoices/" + invoice + "/disputes",
                "{'amount':%s,'reason':'wet','effectiveDate':'%s'}".formatted(Book.eur(amount), date))
                .expect(201)
                .at("/disputeId");
    }

    private void resolve(String invoice, String dispute, String outcome, @Nullable String note,
            String date) {
        api.post("/v1/invoices/" + invoice + "/disputes/" + dispute + "/resolution",
                "{'outcome':'%s','reason':'looked at',%s'effectiveDate':'%s'}".formatted(outcome,
                        note == null ? "" : "'creditNoteId':'" + note + "',", date))
                .expect(200);
    }

    private String creditNote(String total, String date) {
        var id = Book.id("CN");
        api.post("/v1/credit-notes", """
                {'creditNoteId':'%s','creditNoteNumber':'%s','accountId':'%s','issueDate':'%s','total':%s,
                 'reason':'goods returned'}""".formatted(id, id, book.account, date, Book.eur(total))).expect(201);
        return id;
    }

    private void allocate(String note, String invoice, String amount) {
        api.post("/v1/credit-notes/" + note + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-20'}""".formatted(invoice, Book.eur(amount)))
                .expect(201);
    }

    private void pay(String invoice, String amount, String date) {
        var id = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'%s','method':'BANK_TRANSFER'}"""
                .formatted(id, book.account, Book.eur(amount), date)).expect(201);
        api.post("/v1/payments/" + id + "/allocations", "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}"
                .formatted(invoice, Book.eur(amount), date)).expect(201);
    }

    private void assertNothingChanges(String asAt) {
        var run = run(asAt);
        assertThat(amounts(run)).isEmpty();
        assertThat(run.body().at("/reversed").size()).isZero();
    }

    private Answer run(String asAt) {
        return api.post("/v1/late-charge-runs", "{'legalEntity':'%s','asAt':'%s'}".formatted(book.entity, asAt))
                .expect(200);
    }

    private static List<String> amounts(Answer run) {
        var amounts = new ArrayList<String>();
        for (var charge : run.body().at("/charges")) {
            amounts.add(charge.at("/kind").asString() + " " + charge.at("/amount/amount").asString());
        }
        return amounts;
    }

    private static List<String> skipped(Answer run) {
        var skipped = new ArrayList<String>();
        for (var skip : run.body().at("/skipped")) {
            skipped.add(skip.at("/kind").asString() + " " + skip.at("/reason").asString());
        }
        return skipped;
    }
}
