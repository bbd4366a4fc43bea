package io.receivables.command.charge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunLateChargesApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    /** A rate of this test's own: rates are common to all entities. */
    private final String rate = "R" + book.entity;

    @Test
    void aPolicyWithoutRulesIsRefused() {
        run("2026-03-01").expect(422, "LATE_CHARGE_RULE_MISSING");
    }

    @Test
    void aFutureDateIsRefused() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var refused = run("2099-01-01").expect(422, "DATE_IN_FUTURE");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/asAt");
    }

    @Test
    void anEntityThatIsNotThereIsRefused() {
        api.post("/v1/late-charge-runs", "{'legalEntity':'NOBODY','asAt':'2026-03-01'}")
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void anotherVersionIsTriedInADryRunOnly() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        policy("'fixedIndemnity':" + Book.eur("50.00"));
        book.invoice("100.00");
        var body = "{'legalEntity':'%s','asAt':'2026-03-01','policyVersion':%s%s}";
        api.post("/v1/late-charge-runs", body.formatted(book.entity, 1, "")).expect(422, "VALUE_INVALID");
        api.post("/v1/late-charge-runs", body.formatted(book.entity, 9, ",'dryRun':true"))
                .expect(404, "POLICY_VERSION_NOT_FOUND");
        var tried = api.post("/v1/late-charge-runs", body.formatted(book.entity, 1, ",'dryRun':true")).expect(200);
        assertThat(tried.at("/simulation")).isEqualTo("true");
        assertThat(tried.at("/charges/0/amount/amount")).isEqualTo("40.00");
        assertThat(tried.body().at("/charges/0").has("chargeId")).isFalse();
        assertThat(amounts(run("2026-03-01"))).containsExactly("FIXED_INDEMNITY 50.00");
    }

    @Test
    void aMissingReferenceRateIsRefusedAndNeverGuessed() {
        interest("'reference':'%s','marginPoints':'10'".formatted(rate));
        api.put("/v1/reference-rates/" + rate,
                "{'source':'made up','values':[{'validFrom':'2025-07-01','percent':'2.15'}]}").expect(201);
        book.invoice("100.00");
        var refused = run("2026-03-01").expect(422, "REFERENCE_RATE_MISSING");
        assertThat(refused.at("/detail")).contains(rate, "2026-01-01", "2026-06-30");
    }

    /** DOMAIN 3.7: 79.89 + 23.30 + 73.72 = 176.91, and 40.00; the money counts from its value date. */
    @Test
    void theVector() {
        rates("2.15", "2.40");
        policy("""
                'interest':{'reference':'%s','marginPoints':'10'},'fixedIndemnity':%s"""
                .formatted(rate, Book.eur("40.00")));
        var invoice = invoice("12000.00", "2025-05-31");
        pay(invoice, "5000.00", "2025-06-20", "2025-08-05");
        pay(invoice, "7000.00", "2025-07-31", "2025-08-05");
        var run = run("2025-09-30").expect(200);
        assertThat(amounts(run)).containsExactlyInAnyOrder("INTEREST 176.91", "FIXED_INDEMNITY 40.00");
        var interest = run.body().at("/charges/0/calculation");
        assertThat(interest.at("/rule").asString()).isEqualTo("REFERENCE");
        assertThat(lines(interest)).containsExactly("2025-05-31 2025-06-20 20 12000.00 12.15 79.8904",
                "2025-06-20 2025-06-30 10 7000.00 12.15 23.3013", "2025-06-30 2025-07-31 31 7000.00 12.40 73.7205");
    }

    @Test
    void theSameRunTwiceClaimsNothingTwiceAndALaterOneTheRest() {
        interest("'annualPercent':'10'");
        invoice("36500.00", "2026-01-31");
        assertThat(amounts(run("2026-02-10"))).containsExactly("INTEREST 100.00");
        assertThat(amounts(run("2026-02-10"))).isEmpty();
        assertThat(amounts(run("2026-02-09"))).isEmpty();
        assertThat(amounts(run("2026-02-13"))).containsExactly("INTEREST 30.00");
    }

    @Test
    void allClaimsTogetherAreRoundedOnce() {
        interest("'annualPercent':'10'");
        invoice("12.00", "2026-01-31");
        int cents = 0;
        for (int day = 1; day <= 28; day++) {
            for (var charge : run("2026-02-%02d".formatted(day)).expect(200).body().at("/charges")) {
                cents += Integer.parseInt(charge.at("/amount/amount").asString().replace(".", ""));
            }
        }
        assertThat(cents).as("12.00 x 10 %% x 28 / 365 = 0.0921").isEqualTo(9);
    }

    @Test
    void aPaymentOfThePastReversesAndClaimsAnew() {
        interest("'annualPercent':'10'");
        var invoice = invoice("36500.00", "2026-01-31");
        var first = run("2026-02-20").expect(200);
        assertThat(amounts(first)).containsExactly("INTEREST 200.00");
        pay(invoice, "18250.00", "2026-02-10", "2026-02-25");
        var second = run("2026-02-28").expect(200);
        assertThat(second.at("/reversed/0/chargeId")).isEqualTo(first.at("/charges/0/chargeId"));
        assertThat(second.at("/charges/0/replaces")).isEqualTo(first.at("/charges/0/chargeId"));
        assertThat(amounts(second)).containsExactly("INTEREST 150.00", "INTEREST 40.00");
        assertThat(amounts(run("2026-02-28"))).isEmpty();
    }

    @Test
    void aRateThatIsSetAgainCorrectsWhatRestedOnIt() {
        rates("2.15", "2.40");
        interest("'reference':'%s','marginPoints':'8'".formatted(rate));
        invoice("36500.00", "2025-01-31");
        assertThat(amounts(run("2025-02-10"))).containsExactly("INTEREST 101.50");
        api.put("/v1/reference-rates/" + rate,
                "{'source':'corrected','values':[{'validFrom':'2025-01-01','percent':'2.00'}]}").expect(200);
        var again = run("2025-02-10").expect(200);
        assertThat(amounts(again)).containsExactly("INTEREST 100.00");
        assertThat(again.at("/charges/0/calculation/periods/0/reference/version")).isEqualTo("2");
    }

    @Test
    void aChargeThatIsPaidIsLeftToAPerson() {
        interest("'annualPercent':'10'");
        var invoice = invoice("36500.00", "2026-01-31");
        var charge = run("2026-02-20").expect(200).at("/charges/0/chargeId");
        var payment = book.payment("200.00");
        var allocation = api.post("/v1/payments/" + payment + "/allocations", """
                {'chargeId':'%s','amount':%s,'effectiveDate':'2026-02-21'}""".formatted(charge, Book.eur("200.00")))
                .expect(201)
                .at("/allocationId");
        pay(invoice, "36500.00", "2026-02-10", "2026-02-25");
        var skipped = run("2026-02-28").expect(200);
        assertThat(amounts(skipped)).isEmpty();
        assertThat(skipped.at("/skipped/0/reason")).isEqualTo("CHARGE_SETTLED");
        assertThat(skipped.at("/skipped/0/detail")).contains("200.00 EUR", "100.00 EUR");
        api.post("/v1/payments/" + payment + "/allocations/" + allocation + "/reversal",
                "{'reason':'too much','effectiveDate':'2026-02-28'}").expect(200);
        assertThat(amounts(run("2026-02-28"))).containsExactly("INTEREST 100.00");
    }

    @Test
    void whatIsGivenUpIsNotClaimedAgain() {
        policy("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("36500.00", "2026-01-31");
        for (var charge : run("2026-02-10").expect(200).body().at("/charges")) {
            api.post("/v1/invoices/" + invoice + "/late-charges/" + charge.at("/chargeId").asString() + "/reversal",
                    "{'reason':'goodwill','effectiveDate':'2026-02-10'}").expect(200);
        }
        assertThat(amounts(run("2026-02-10"))).isEmpty();
        assertThat(amounts(run("2026-02-11"))).containsExactly("INTEREST 10.00");
    }

    @Test
    void aLegalFloorRaisesAnAgreedRate() {
        rates("4.92", "4.92");
        interest("'annualPercent':'12','floor':{'reference':'%s','multiple':'3'}".formatted(rate));
        invoice("36500.00", "2025-01-31");
        var run = run("2025-02-10").expect(200);
        assertThat(amounts(run)).containsExactly("INTEREST 147.60");
        assertThat(run.at("/charges/0/calculation/rule")).isEqualTo("FLOOR");
        assertThat(run.at("/charges/0/calculation/periods/0/reference/floor")).isEqualTo("14.76");
    }

    @Test
    void graceDelaysAndThenEveryDayCounts() {
        policy("'interest':{'annualPercent':'10'},'graceDays':5");
        invoice("36500.00", "2026-01-31");
        var within = run("2026-02-05").expect(200);
        assertThat(amounts(within)).isEmpty();
        assertThat(within.at("/skipped/0/reason")).isEqualTo("WITHIN_GRACE");
        assertThat(amounts(run("2026-02-06"))).containsExactly("INTEREST 60.00");
    }

    @Test
    void littleInterestWaitsForMore() {
        policy("'interest':{'annualPercent':'10'},'minimumAmount':" + Book.eur("50.00"));
        invoice("36500.00", "2026-01-31");
        assertThat(run("2026-02-04").expect(200).at("/skipped/0/reason")).isEqualTo("BELOW_MINIMUM");
        assertThat(amounts(run("2026-02-05"))).containsExactly("INTEREST 50.00");
    }

    @Test
    void aFeeGrowsByItsDifference() {
        policy("'scale':{'kind':'PROGRESSIVE','amount':%s,'step':%s,'periodDays':10,'cap':%s}"
                .formatted(Book.eur("10.00"), Book.eur("4.00"), Book.eur("15.00")));
        invoice("100.00", "2026-01-31");
        assertThat(amounts(run("2026-02-01"))).containsExactly("FEE 10.00");
        assertThat(amounts(run("2026-02-11"))).containsExactly("FEE 4.00");
        assertThat(amounts(run("2026-02-21"))).containsExactly("FEE 1.00");
        assertThat(amounts(run("2026-02-28"))).isEmpty();
    }

    @Test
    void aFeeThatComesOutLowerIsClaimedAnew() {
        policy("'scale':{'kind':'TIERED','steps':[{'fromDays':1,'amount':%s},{'fromDays':31,'amount':%s},"
                .formatted(Book.eur("5.00"), Book.eur("10.00"))
                + "{'fromDays':61,'amount':%s}]}".formatted(Book.eur("20.00")));
        var invoice = invoice("100.00", "2026-01-31");
        assertThat(amounts(run("2026-02-10"))).containsExactly("FEE 5.00");
        var second = run("2026-04-10").expect(200);
        assertThat(amounts(second)).containsExactly("FEE 15.00");
        pay(invoice, "100.00", "2026-03-10", "2026-04-12"); // 38 days after the due date
        var corrected = run("2026-04-15").expect(200);
        assertThat(corrected.at("/reversed/0/chargeId")).isEqualTo(second.at("/charges/0/chargeId"));
        assertThat(corrected.body().at("/reversed").size()).isOne();
        assertThat(amounts(corrected)).containsExactly("FEE 5.00");
        assertThat(corrected.at("/charges/0/replaces")).isEqualTo(second.at("/charges/0/chargeId"));
        assertThat(amounts(run("2026-04-15"))).isEmpty();
    }

    @Test
    void aFeeThatIsPaidAndComesOutLowerIsLeftToAPerson() {
        policy("'scale':{'kind':'PROGRESSIVE','amount':%s,'step':%s,'periodDays':10}".formatted(Book.eur("10.00"),
                Book.eur("4.00")));
        var invoice = invoice("100.00", "2026-01-31");
        var charge = run("2026-02-21").expect(200).at("/charges/0/chargeId");
        api.post("/v1/payments/" + book.payment("18.00") + "/allocations", """
                {'chargeId':'%s','amount':%s,'effectiveDate':'2026-02-22'}""".formatted(charge, Book.eur("18.00")))
                .expect(201);
        pay(invoice, "100.00", "2026-02-05", "2026-02-25");
        var run = run("2026-02-28").expect(200);
        assertThat(amounts(run)).isEmpty();
        assertThat(run.at("/skipped/0/reason")).isEqualTo("CHARGE_SETTLED");
        assertThat(run.at("/skipped/0/detail")).contains("18.00 EUR", "10.00 EUR");
    }

    @Test
    void severalScalesAreAddedUp() {
        policy("'scales':[{'kind':'FLAT','amount':%s},{'kind':'TIERED','steps':[{'fromDays':11,'percent':'1'}]}]"
                .formatted(Book.eur("8.00")));
        invoice("300.00", "2026-01-31");
        assertThat(amounts(run("2026-02-01"))).containsExactly("FEE 8.00");
        var later = run("2026-02-11").expect(200);
        assertThat(amounts(later)).containsExactly("FEE 3.00");
        assertThat(later.at("/charges/0/calculation/rule")).isEqualTo("FLAT+TIERED");
    }

    @Test
    void aClassOfDebtorsHasRulesOfItsOwn() {
        rates("2.00", "2.00");
        policy("""
                'interest':{'reference':'%s','marginPoints':'10'},'fixedIndemnity':%s,
                'debtorClasses':[{'debtorClass':'PUBLIC','interest':{'reference':'%s','marginPoints':'8'}}]"""
                .formatted(rate, Book.eur("40.00"), rate));
        invoice("36500.00", "2025-01-31");
        assertThat(amounts(run("2025-02-10"))).containsExactlyInAnyOrder("INTEREST 120.00", "FIXED_INDEMNITY 40.00");
        debtorClass("PUBLIC").expect(200);
        invoice("36500.00", "2025-01-31");
        var run = run("2025-02-20").expect(200);
        // Ten more days of the first at 10 %, twenty of the second; what was claimed of a business stays.
        assertThat(amounts(run)).containsExactlyInAnyOrder("INTEREST 100.00", "INTEREST 200.00");
        assertThat(run.at("/charges/0/calculation/debtorClass")).isEqualTo("PUBLIC");
        assertThat(run.body().at("/reversed").size()).isZero();
    }

    @Test
    void aConsumerOwesNothingUnlessThePolicySaysSo() {
        policy("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00"));
        debtorClass("CONSUMER").expect(200);
        debtorClass("CONSUMER").expect(409, "DEBTOR_CLASS_UNCHANGED");
        var invoice = invoice("100.00", "2026-01-31");
        assertThat(amounts(run("2026-03-01"))).isEmpty();
        assertThat(api.post("/v1/invoices/" + invoice + "/late-charges",
                "{'kind':'FIXED_INDEMNITY','effectiveDate':'2026-03-01'}")
                .expect(422, "LATE_CHARGE_RULE_MISSING")
                .at("/detail")).contains("CONSUMER");
        policy("'fixedIndemnity':%s,'debtorClasses':[{'debtorClass':'CONSUMER','scale':{'kind':'FLAT','amount':%s}}]"
                .formatted(Book.eur("40.00"), Book.eur("3.00")));
        assertThat(amounts(run("2026-03-01"))).containsExactly("FEE 3.00");
    }

    @Test
    void aClosedAccountOwesNothingNew() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("100.00", "2026-01-31");
        pay(invoice, "100.00", "2026-03-01", "2026-03-01");
        api.post("/v1/customer-accounts/" + book.account + "/closure",
                "{'reason':'merged','effectiveDate':'2026-03-01'}").expect(201);
        assertThat(amounts(run("2026-03-20"))).isEmpty();
        api.post("/v1/customer-accounts/" + book.account + "/reopening",
                "{'reason':'not merged','effectiveDate':'2026-03-20'}").expect(200);
        assertThat(amounts(run("2026-03-20"))).containsExactly("FIXED_INDEMNITY 40.00");
    }

    @Test
    void nothingNewIsClaimedWhileAProcedureIsOpen() {
        policy("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("36500.00", "2026-01-31");
        assertThat(amounts(run("2026-02-10"))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00");
        var second = invoice("36500.00", "2026-01-31");
        api.post("/v1/customer-accounts/" + book.account + "/insolvency",
                "{'kind':'SAFEGUARD','effectiveDate':'2026-02-11'}").expect(201);
        var run = run("2026-02-20").expect(200);
        assertThat(amounts(run)).isEmpty();
        assertThat(run.at("/skipped/0/reason")).isEqualTo("INSOLVENCY");
        assertThat(api.post("/v1/invoices/" + second + "/late-charges",
                "{'kind':'FIXED_INDEMNITY','effectiveDate':'2026-02-20'}")
                .expect(422, "NOTHING_TO_CLAIM")
                .at("/detail")).contains("insolvency");
        pay(invoice, "36500.00", "2026-02-05", "2026-02-21");
        assertThat(amounts(run("2026-02-22"))).as("what was claimed before is still corrected")
                .containsExactly("INTEREST 50.00");
    }

    private Answer debtorClass(String debtorClass) {
        return api.put("/v1/customer-accounts/" + book.account + "/debtor-class",
                "{'debtorClass':'%s','reason':'by its articles','effectiveDate':'2026-01-01'}".formatted(debtorClass));
    }

    @Test
    void whatWasPaidInTimeOwesNothingWheneverItWasAllocated() {
        policy("'interest':{'annualPercent':'10'},'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("100.00", "2026-01-31");
        pay(invoice, "100.00", "2026-01-31", "2026-03-15");
        assertThat(amounts(run("2026-03-20"))).isEmpty();
    }

    @Test
    void whatTurnsOutToHaveBeenPaidInTimeOwesNothingAnyMore() {
        policy("'interest':{'annualPercent':'10'},'fixedIndemnity':%s,'scale':{'kind':'FLAT','amount':%s}"
                .formatted(Book.eur("40.00"), Book.eur("12.00")));
        var invoice = invoice("36500.00", "2026-01-31");
        assertThat(amounts(run("2026-02-10"))).containsExactlyInAnyOrder("INTEREST 100.00", "FIXED_INDEMNITY 40.00",
                "FEE 12.00");
        pay(invoice, "36500.00", "2026-01-31", "2026-02-11");
        assertThat(amounts(run("2026-02-09"))).isEmpty();
        var run = run("2026-02-11").expect(200);
        assertThat(amounts(run)).isEmpty();
        assertThat(run.body().at("/reversed").size()).isEqualTo(3);
        var again = run("2026-02-11").expect(200);
        assertThat(amounts(again)).isEmpty();
        assertThat(again.body().at("/reversed").size()).isZero();
    }

    @Test
    void anIndemnityThatIsPaidAndNotOwedIsLeftToAPerson() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("100.00", "2026-01-31");
        var charge = run("2026-02-10").expect(200).at("/charges/0/chargeId");
        api.post("/v1/payments/" + book.payment("40.00") + "/allocations", """
                {'chargeId':'%s','amount':%s,'effectiveDate':'2026-02-11'}""".formatted(charge, Book.eur("40.00")))
                .expect(201);
        pay(invoice, "100.00", "2026-01-31", "2026-02-11");
        var run = run("2026-02-11").expect(200);
        assertThat(run.body().at("/reversed").size()).isZero();
        assertThat(run.at("/skipped/0/reason")).isEqualTo("CHARGE_SETTLED");
        assertThat(run.at("/skipped/0/detail")).contains("40.00 EUR");
    }

    @Test
    void anEarlierDueDateThatWasAgreedMakesWhatWasPaidAfterItLate() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("100.00", "2026-03-31");
        reschedule(invoice, "100.00", "2026-01-15", "2026-01-31");
        pay(invoice, "100.00", "2026-02-20", "2026-02-20");
        assertThat(amounts(run("2026-03-01"))).containsExactly("FIXED_INDEMNITY 40.00");
    }

    @Test
    void moneyThatCameBeforeDueDatesWereMovedStopsTheInterestOnItsDay() {
        interest("'annualPercent':'10'");
        var invoice = invoice("36500.00", "2026-01-31");
        reschedule(invoice, "36500.00", "2026-02-20", "2026-03-31");
        pay(invoice, "18250.00", "2026-02-10", "2026-02-25");
        // 10 days of all of it, 10 of half.
        assertThat(amounts(run("2026-03-01"))).containsExactly("INTEREST 150.00");
        pay(invoice, "18250.00", "2026-02-10", "2026-02-25");
        assertThat(amounts(run("2026-03-01"))).containsExactly("INTEREST 100.00");
    }

    @Test
    void moneyThatCameBeforeDueDatesWereMovedTwiceCountsOnce() {
        interest("'annualPercent':'10'");
        var invoice = invoice("36500.00", "2026-01-31");
        reschedule(invoice, "36500.00", "2026-02-10", "2026-02-15");
        reschedule(invoice, "36500.00", "2026-02-20", "2026-03-31");
        pay(invoice, "36500.00", "2026-02-05", "2026-02-25");
        assertThat(amounts(run("2026-03-01"))).containsExactly("INTEREST 50.00");
    }

    @Test
    void whatWasPaidLateOwesThoughNothingIsOpen() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var invoice = invoice("100.00", "2026-01-31");
        pay(invoice, "100.00", "2026-02-01", "2026-02-01");
        assertThat(amounts(run("2026-03-20"))).containsExactly("FIXED_INDEMNITY 40.00");
        assertThat(amounts(run("2026-03-20"))).isEmpty();
    }

    @Test
    void theLawOfLatePaymentIsNotForLoans() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',
                 'total':%s,'receivableClass':'OTHER'}""".formatted(id, id, book.account, Book.eur("100.00")))
                .expect(201);
        var run = run("2026-03-01").expect(200);
        assertThat(amounts(run)).isEmpty();
        assertThat(run.at("/skipped/0/reason")).isEqualTo("NOT_TRADE");
    }

    @Test
    void aLargeRunHasManyPartsAndTheSameRequestAnswersTheSame() {
        policy("'fixedIndemnity':" + Book.eur("40.00"));
        var invoices = new HashSet<String>();
        for (int i = 0; i < 120; i++) {
            invoices.add(book.invoice("10.00"));
        }
        var key = UUID.randomUUID().toString();
        var run = send(key).expect(200);
        var charged = new HashSet<String>();
        run.body().at("/charges").forEach(charge -> charged.add(charge.at("/invoiceId").asString()));
        assertThat(charged).isEqualTo(invoices);
        var replayed = send(key).expect(200);
        assertThat(replayed.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(replayed.body()).isEqualTo(run.body());
        assertThat(amounts(send(UUID.randomUUID().toString()))).isEmpty();
    }

    private Answer send(String key) {
        return api.send("POST", "/v1/late-charge-runs", key,
                "{'legalEntity':'%s','asAt':'2026-03-01'}".formatted(book.entity), Map.of());
    }

    private Answer run(String asAt) {
        return api.post("/v1/late-charge-runs", "{'legalEntity':'%s','asAt':'%s'}".formatted(book.entity, asAt));
    }

    private void policy(String lateCharges) {
        var set = api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2025-01-01','lateCharges':{%s}}".formatted(lateCharges));
        assertThat(set.status()).as(() -> "answer " + set.body()).isLessThan(300);
    }

    private void interest(String rules) {
        policy("'interest':{" + rules + "}");
    }

    private void rates(String first, String second) {
        api.put("/v1/reference-rates/" + rate, """
                {'source':'illustration','values':[{'validFrom':'2025-01-01','percent':'%s'},
                 {'validFrom':'2025-07-01','percent':'%s'}]}""".formatted(first, second)).expect(201);
    }

    private String invoice(String total, String due) {
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2025-01-01','dueDate':'%s',
                 'total':%s}""".formatted(id, id, book.account, due, Book.eur(total))).expect(201);
        return id;
    }

    private void pay(String invoice, String amount, String value, String allocated) {
        var id = Book.id("P");
        api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'%s','method':'BANK_TRANSFER'}"""
                .formatted(id, book.account, Book.eur(amount), value)).expect(201);
        api.post("/v1/payments/" + id + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}""".formatted(invoice, Book.eur(amount), allocated))
                .expect(201);
    }

    private void reschedule(String invoice, String amount, String date, String due) {
        api.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'%s','amount':%s}],'reason':'agreed','effectiveDate':'%s'}"""
                .formatted(due, Book.eur(amount), date)).expect(200);
    }

    private static List<String> amounts(Answer run) {
        run.expect(200);
        var amounts = new ArrayList<String>();
        run.body()
                .at("/charges")
                .forEach(charge -> amounts.add(charge.at("/kind").asString() + " "
                        + charge.at("/amount/amount").asString()));
        return amounts;
    }

    private static List<String> lines(JsonNode calculation) {
        var lines = new ArrayList<String>();
        calculation.at("/periods")
                .forEach(it -> lines.add(String.join(" ", it.at("/start").asString(), it.at("/end").asString(),
                        it.at("/days").asString(), it.at("/base/amount").asString(),
                        it.at("/annualPercent").asString(), it.at("/interest").asString().substring(0, 7))));
        return lines;
    }
}
