package io.receivables.command.payment.allocate;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.invoiceCancelled;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.issuedWithDiscount;
import static io.receivables.command.testing.Fixtures.part;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.settlementReversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The invoice's half of an allocation: how it would settle the instalments, and what it takes note of. */
class SettleInvoiceTest {
    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void moreThanIsOpenIsRefused() {
        refused(claim("100.01", "01-20"), ProblemCode.ALLOCATION_EXCEEDS_OPEN, "100.01 EUR", "100.00 EUR");
    }

    @Test
    void nothingIsRefused() {
        refused(claim("0.00", "01-20"), ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void anotherCurrencyIsRefused() {
        refused(new SettlementClaim(ACCOUNT, Money.of("1.00", "USD"), null, null, day("01-20"), null),
                ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void anotherAccountIsRefused() {
        refused(new SettlementClaim(new AccountId("C2"), eur("1.00"), null, null, day("01-20"), null),
                ProblemCode.ACCOUNT_MISMATCH, "C1", "C2");
    }

    @Test
    void aDateBeforeTheInvoiceIsRefused() {
        invoice.given(issued("100.00"))
                .when(it -> it.plan(new SettlementClaim(ACCOUNT, eur("1.00"), null, null,
                        day("01-01").minusDays(1), null)))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-01");
    }

    @Test
    void anUnknownInstalmentIsRefused() {
        refused(new SettlementClaim(ACCOUNT, eur("1.00"), 3, null, day("01-20"), null),
                ProblemCode.INSTALMENT_UNKNOWN, "3");
    }

    @Test
    void aCancelledInvoiceTakesNothing() {
        invoice.given(issued("100.00"), invoiceCancelled("100.00", "01-10"))
                .when(it -> it.plan(claim("1.00", "01-20")))
                .refused(ProblemCode.INVOICE_CANCELLED);
    }

    @Test
    void whatALaterFactTookIsNotThereEarlier() {
        invoice.given(issued("100.00"), settled("80.00", "02-10"), settlementReversed("80.00", "03-01"))
                .when(it -> it.plan(claim("50.00", "01-20")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-03-01");
    }

    @Test
    void theOldestDueGoesFirst() {
        planned(issued("60.00", "40.00"), claim("70.00", "01-20"), part(1, "60.00"), part(2, "10.00"));
    }

    @Test
    void aNamedInstalmentGoesAlone() {
        planned(issued("60.00", "40.00"), new SettlementClaim(ACCOUNT, eur("40.00"), 2, null, day("01-20"), null),
                part(2, "40.00"));
    }

    @Test
    void cashWithinTheWindowEarnsItsDiscountProRata() {
        planned(issuedWithDiscount("20.00", "1000.00"),
                new SettlementClaim(ACCOUNT, eur("490.00"), null, null, day("01-11"), day("01-11")),
                part(1, "490.00", "10.00"));
    }

    @Test
    void cashAfterTheWindowEarnsNone() {
        planned(issuedWithDiscount("20.00", "1000.00"),
                new SettlementClaim(ACCOUNT, eur("490.00"), null, null, day("01-12"), day("01-12")),
                part(1, "490.00"));
    }

    @Test
    void aCreditWithoutValueDateEarnsNone() {
        planned(issuedWithDiscount("20.00", "1000.00"), claim("490.00", "01-05"), part(1, "490.00"));
    }

    @Test
    void aDiscountMayBeAskedFor() {
        planned(issued("100.00"),
                new SettlementClaim(ACCOUNT, eur("97.00"), null, eur("3.00"), day("01-20"), null),
                part(1, "97.00", "3.00"));
    }

    @Test
    void aDiscountAboveWhatIsOpenIsRefused() {
        refused(new SettlementClaim(ACCOUNT, eur("97.00"), null, eur("3.01"), day("01-20"), null),
                ProblemCode.ALLOCATION_EXCEEDS_OPEN, "100.01 EUR");
    }

    @Test
    void theInvoiceTakesNoteOfAnAllocation() {
        invoice.given(issued("100.00"))
                .when(it -> it.settle(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(1, "30.00")), day("01-20")))
                .then(settled("30.00", "01-20"))
                .shows(it -> assertThat(it.resource(day("01-20"), 2).amountDue()).isEqualTo(eur("70.00")))
                .shows(it -> assertThat(it.resource(day("01-19"), 2).amountDue()).isEqualTo(eur("100.00")));
    }

    @Test
    void theInvoiceTakesNoteOfItsReversal() {
        invoice.given(issued("100.00"), settled("30.00", "01-20"))
                .when(it -> it.reverseSettlement(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(1, "30.00")),
                        REASON, day("02-01")))
                .then(settlementReversed("30.00", "02-01"))
                .shows(it -> assertThat(it.resource(day("02-01"), 3).amountDue()).isEqualTo(eur("100.00")))
                .shows(it -> assertThat(it.resource(day("01-31"), 3).amountDue()).isEqualTo(eur("70.00")));
    }

    private static SettlementClaim claim(String amount, String date) {
        return new SettlementClaim(ACCOUNT, eur(amount), null, null, day(date), null);
    }

    private void refused(SettlementClaim claim, ProblemCode code, String... numbers) {
        invoice.given(issued("100.00")).when(it -> it.plan(claim)).refused(code, numbers);
    }

    private void planned(Object issued, SettlementClaim claim, SettledPart... expected) {
        var plan = new AtomicReference<List<SettledPart>>();
        invoice.given(issued).when(it -> plan.set(it.plan(claim))).then();
        assertThat(plan.get()).containsExactly(expected);
    }
}
