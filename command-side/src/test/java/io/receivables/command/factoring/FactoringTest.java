package io.receivables.command.factoring;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.parts;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.StreamFixture;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a factor may claim of what was assigned to it, and what we owe it. */
class FactoringTest {

    private static final FactoringId ID = new FactoringId("F1");
    private static final FactorId FACTOR = new FactorId("FACTOR");
    private static final FactorDebtId DEBT = new FactorDebtId("D1");
    private static final FactorSettlementId SETTLEMENT = new FactorSettlementId("S1");
    private static final FactorPayoutId PAYOUT = new FactorPayoutId("PO1");

    private final StreamFixture<Factoring> factoring = StreamFixture.of(Factoring.class, "factoring/F1");

    @Test
    void moreThanTheFactorMayClaimIsNotSettled() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, items("100.01"), null, day("02-10")))
                .refused(ProblemCode.EXCEEDS_FACTORED, "100.01 EUR", "100.00 EUR");
        factoring.given(assigned(true, "100.00"), incurred(true, "60.00", "03-01"))
                .when(it -> it.settle(SETTLEMENT, items("50.00"), null, day("02-10")))
                .refused(ProblemCode.EXCEEDS_FACTORED, "50.00 EUR");
    }

    @Test
    void nothingIsSettledBeforeItWasAssigned() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, items("10.00"), null, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-01");
    }

    @Test
    void anItemThatIsNotAssignedIsNotSettled() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, List.of(new ClaimItem(INVOICE, 7, eur("1.00"))), null, day("02-10")))
                .refused(ProblemCode.ITEM_NOT_FACTORED, "7");
    }

    @Test
    void nothingAndAnotherCurrencyAreNotSettled() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, items("0.00"), null, day("02-10")))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, List.of(new ClaimItem(INVOICE, 1, Money.of("1.00", "USD"))), null,
                        day("02-10")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void whatTheDebtorPaysTheFactorIsNotOutstandingAnyMore() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.settle(SETTLEMENT, items("30.00"), "statement 7", day("02-10")))
                .then(settled("30.00", "02-10"))
                .shows(it -> assertThat(it.resource(2).outstanding()).isEqualTo(eur("70.00")))
                .shows(it -> assertThat(it.resource(2).guaranteeFund()).isEqualTo(eur("7.00")))
                .shows(it -> assertThat(it.resource(2).advance()).isEqualTo(eur("90.00")));
    }

    @Test
    void aSettlementIsReversedOnceAndNotBefore() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.reverseSettlement(SETTLEMENT, REASON, day("02-20")))
                .refused(ProblemCode.FACTOR_SETTLEMENT_NOT_FOUND, "S1");
        factoring.given(assigned(true, "100.00"), settled("30.00", "02-10"))
                .when(it -> it.reverseSettlement(SETTLEMENT, REASON, day("02-09")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-10");
        factoring.given(assigned(true, "100.00"), settled("30.00", "02-10"), settlementReversed("30.00", "02-20"))
                .when(it -> it.reverseSettlement(SETTLEMENT, REASON, day("02-21")))
                .refused(ProblemCode.FACTOR_SETTLEMENT_REVERSED, "2026-02-20");
        factoring.given(assigned(true, "100.00"), settled("30.00", "02-10"), boughtBack("70.00", "02-15"))
                .when(it -> it.reverseSettlement(SETTLEMENT, REASON, day("02-20")))
                .refused(ProblemCode.ITEM_BOUGHT_BACK, "30.00 EUR");
        factoring.given(assigned(true, "100.00"), settled("30.00", "02-10"))
                .when(it -> it.reverseSettlement(SETTLEMENT, REASON, day("02-20")))
                .then(settlementReversed("30.00", "02-20"))
                .shows(it -> assertThat(it.resource(3).outstanding()).isEqualTo(eur("100.00")));
    }

    @Test
    void theFactorReturnsWhatIsLeft() {
        factoring.given(assigned(true, "100.00"), settled("30.00", "02-10"))
                .when(it -> it.buyBack(_ -> true, REASON, day("02-15")))
                .then(boughtBack("70.00", "02-15"))
                .shows(it -> assertThat(it.resource(3).outstanding()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(3).items().getFirst().boughtBack()).isEqualTo(eur("70.00")));
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.buyBack(_ -> true, REASON, day("01-31")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-01");
        factoring.given(assigned(true, "100.00"), boughtBack("100.00", "02-15"))
                .when(it -> it.buyBack(_ -> true, REASON, day("02-16")))
                .refused(ProblemCode.EXCEEDS_FACTORED);
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.buyBack(_ -> false, REASON, day("02-16")))
                .refused(ProblemCode.EXCEEDS_FACTORED);
    }

    @Test
    void cashForWhatTheFactorMayClaimIsOwedToIt() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.cashCame(DEBT, PAYMENT, INVOICE, parts("40.00"), day("02-10")))
                .then(incurred(true, "40.00", "02-10"))
                .shows(it -> assertThat(it.resource(2).owedToFactor()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.resource(2).outstanding()).isEqualTo(eur("60.00")));
    }

    @Test
    void cashThatCameBeforeTheAssignmentOrAboveItIsOurs() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.cashCame(DEBT, PAYMENT, INVOICE, parts("40.00"), day("01-31")))
                .then();
        factoring.given(assigned(true, "100.00"), settled("70.00", "02-10"))
                .when(it -> it.cashCame(DEBT, PAYMENT, INVOICE, parts("40.00"), day("02-11")))
                .then(incurred(true, "30.00", "02-11"));
        factoring.given(assigned(true, "100.00"), boughtBack("100.00", "02-15"))
                .when(it -> it.cashCame(DEBT, PAYMENT, INVOICE, parts("40.00"), day("02-20")))
                .then();
    }

    @Test
    void cashThatDidNotStayIsNotOwed() {
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.cashLeft(DEBT, REASON, day("02-20")))
                .then(released(true, "40.00", "02-20", items("40.00")))
                .shows(it -> assertThat(it.resource(3).owedToFactor()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(3).outstanding()).isEqualTo(eur("100.00")));
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.cashLeft(DEBT, REASON, day("02-20")))
                .then();
    }

    /** The item was returned meanwhile: it is ours, whatever becomes of the cash. */
    @Test
    void whatWasBoughtBackIsNotClaimedAgain() {
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"), boughtBack("60.00", "02-15"))
                .when(it -> it.cashLeft(DEBT, REASON, day("02-20")))
                .then(released(true, "40.00", "02-20", List.of()))
                .shows(it -> assertThat(it.resource(4).outstanding()).isEqualTo(eur("0.00")))
                .shows(it -> assertThat(it.resource(4).owedToFactor()).isEqualTo(eur("0.00")));
    }

    /** The money was passed on, and then the cheque bounced: the factor owes it back. */
    @Test
    void aReversalAfterTheCashWasPaidOverLeavesAClaimOnTheFactor() {
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"), paidOver("40.00", "02-12"))
                .when(it -> it.cashLeft(DEBT, REASON, day("02-20")))
                .then(released(true, "40.00", "02-20", items("40.00")))
                .shows(it -> assertThat(it.resource(4).owedToFactor()).isEqualTo(eur("-40.00")));
    }

    @Test
    void noMoreIsPaidOverThanIsOwed() {
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.payOver(PAYOUT, eur("40.01"), null, day("02-12")))
                .refused(ProblemCode.EXCEEDS_OWED_TO_FACTOR, "40.01 EUR", "40.00 EUR");
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.payOver(PAYOUT, eur("40.00"), null, day("02-09")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-10");
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.payOver(PAYOUT, Money.of("1.00", "USD"), null, day("02-12")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.payOver(PAYOUT, eur("0.00"), null, day("02-12")))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        factoring.given(assigned(true, "100.00"), incurred(true, "40.00", "02-10"))
                .when(it -> it.payOver(PAYOUT, eur("40.00"), "VIR 1", day("02-12")))
                .then(paidOver("40.00", "02-12"))
                .shows(it -> assertThat(it.resource(3).paidOver()).isEqualTo(eur("40.00")));
    }

    @Test
    void cashIsHeldForWhatHasLeftOurBooksAlone() {
        factoring.given(assigned(true, "100.00"))
                .when(it -> it.hold(DEBT, PAYMENT, items("10.00").getFirst(), day("02-10")))
                .refused(ProblemCode.ITEM_NOT_DERECOGNISED);
        factoring.given(assigned(false, "100.00"))
                .when(it -> it.hold(DEBT, PAYMENT, items("100.01").getFirst(), day("02-10")))
                .refused(ProblemCode.EXCEEDS_FACTORED, "100.01 EUR", "100.00 EUR");
        factoring.given(assigned(false, "100.00"))
                .when(it -> it.hold(DEBT, PAYMENT, items("60.00").getFirst(), day("02-10")))
                .then(incurred(false, "60.00", "02-10"));
        factoring.given(assigned(false, "100.00"))
                .when(it -> it.releaseHeld(DEBT, REASON, day("02-20")))
                .refused(ProblemCode.FACTOR_DEBT_NOT_FOUND, "D1");
        factoring.given(assigned(false, "100.00"), incurred(false, "60.00", "02-10"))
                .when(it -> it.releaseHeld(DEBT, REASON, day("02-09")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-02-10");
        factoring.given(assigned(false, "100.00"), incurred(false, "60.00", "02-10"),
                released(false, "60.00", "02-20", items("60.00")))
                .when(it -> it.releaseHeld(DEBT, REASON, day("02-21")))
                .refused(ProblemCode.FACTOR_DEBT_REVERSED, "2026-02-20");
        factoring.given(assigned(false, "100.00"), incurred(false, "60.00", "02-10"))
                .when(it -> it.releaseHeld(DEBT, REASON, day("02-20")))
                .then(released(false, "60.00", "02-20", items("60.00")));
    }

    /** What came by an allocation goes with it. */
    @Test
    void whatAnAllocationBroughtIsNotReleasedByItself() {
        factoring.given(assigned(true, "100.00"), incurred(true, "60.00", "02-10"))
                .when(it -> it.releaseHeld(DEBT, REASON, day("02-20")))
                .refused(ProblemCode.FACTOR_DEBT_NOT_FOUND);
    }

    private static List<ClaimItem> items(String amount) {
        return List.of(new ClaimItem(INVOICE, 1, eur(amount)));
    }

    private static ReceivablesFactored assigned(boolean recourse, String amount) {
        return new ReceivablesFactored(ID, ACCOUNT, ENTITY, FACTOR, recourse, !recourse, items(amount),
                Percentage.of("90"), Percentage.of("10"), null, day("02-01"));
    }

    private static FactorSettlementReported settled(String amount, String date) {
        return new FactorSettlementReported(ID, ACCOUNT, ENTITY, FACTOR, false, SETTLEMENT, items(amount),
                "statement 7", day(date));
    }

    private static FactorSettlementReversed settlementReversed(String amount, String date) {
        return new FactorSettlementReversed(ID, ACCOUNT, ENTITY, FACTOR, false, SETTLEMENT, items(amount), REASON,
                day(date), day("02-10"));
    }

    private static FactoredItemsBoughtBack boughtBack(String amount, String date) {
        return new FactoredItemsBoughtBack(ID, ACCOUNT, ENTITY, FACTOR, false, items(amount), REASON, day(date));
    }

    private static FactorDebtIncurred incurred(boolean recourse, String amount, String date) {
        return new FactorDebtIncurred(ID, ACCOUNT, ENTITY, FACTOR, !recourse, DEBT, PAYMENT, items(amount), day(date));
    }

    private static FactorDebtReversed released(boolean recourse, String amount, String date,
            List<ClaimItem> claimable) {
        return new FactorDebtReversed(ID, ACCOUNT, ENTITY, FACTOR, !recourse, DEBT, PAYMENT, items(amount), claimable,
                REASON, day(date));
    }

    private static FactorPaidOver paidOver(String amount, String date) {
        return new FactorPaidOver(ID, ACCOUNT, ENTITY, FACTOR, false, PAYOUT, eur(amount), "VIR 1", day(date));
    }
}
