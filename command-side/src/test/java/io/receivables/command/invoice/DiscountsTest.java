package io.receivables.command.invoice;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.TaxMode;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.DiscountRules;
import io.receivables.events.policy.DiscountRules.Mode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2 % on 1,000.00 when paid by January 11. */
class DiscountsTest {

    private static final DiscountRules ALL_OR_NOTHING = new DiscountRules(Mode.ALL_OR_NOTHING, null, null);

    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @ParameterizedTest
    @CsvSource({"490.00, 10.00", "980.00, 20.00", "990.00, 10.00", "1000.00, 0.00", "0.01, 0.00", "24.49, 0.50"})
    void proRataEachPartEarnsItsOwn(String cash, String discount) {
        planned(issued(null), cash, "01-11", discount);
    }

    @Test
    void aCreditNoteReducesTheBaseFirst() {
        planned(List.of(issued(null), credited("200.00")), "784.00", "01-11", "16.00");
        toPay(List.of(issued(null), credited("200.00")), "784.00", "16.00");
    }

    /** Public issue of a peer, O#94050. */
    @Test
    void trapO94050AfterMoneyThatCameTooLateTheBaseIsWhatRemainsOpen() {
        planned(List.of(issued(null), paid("A1", "400.00", "0.00", "01-12")), "588.00", "01-11", "12.00");
        planned(List.of(issued(ALL_OR_NOTHING), paid("A1", "400.00", "0.00", "01-12")), "588.00", "01-11", "12.00");
        toPay(List.of(issued(ALL_OR_NOTHING), paid("A1", "400.00", "0.00", "01-12")), "588.00", "12.00");
    }

    @Test
    void whatIsToPayIsWhatClears() {
        for (int cents = 1; cents <= 1_000; cents++) {
            var amount = Money.ofMinorUnits(cents, eur("0.00").currency());
            var offered = new EarlyPaymentDiscount(eur("20.00"), day("01-11"), TaxMode.INCLUDED);
            var base = new EarlyPaymentDiscount.Base(eur("1000.00"), amount, eur("0.00"), eur("0.00"));
            var toPay = offered.toPay(base);
            assertThat(toPay.plus(offered.earnedBy(toPay, base))).isEqualTo(amount);
        }
    }

    @ParameterizedTest
    @CsvSource({"979.99, 0.00", "980.00, 20.00", "990.00, 10.00", "1000.00, 0.00"})
    void allOrNothingOnlyThePaymentInFullEarnsIt(String cash, String discount) {
        planned(issued(ALL_OR_NOTHING), cash, "01-11", discount);
        planned(issued(ALL_OR_NOTHING), cash, "01-12", "0.00");
    }

    @Test
    void severalPaymentsInTimeCountTogether() {
        var first = paid("A1", "500.00", "0.00", "01-05");
        planned(List.of(issued(ALL_OR_NOTHING), first), "479.99", "01-11", "0.00");
        planned(List.of(issued(ALL_OR_NOTHING), first), "480.00", "01-11", "20.00");
        toPay(List.of(issued(ALL_OR_NOTHING), first), "480.00", "20.00");
    }

    @Test
    void onePaymentOfThemThatCameTooLateDoesNotCount() {
        planned(List.of(issued(ALL_OR_NOTHING), paid("A1", "500.00", "0.00", "01-12")), "480.00", "01-11", "0.00");
    }

    @Test
    void onePaymentOfThemThatWasTakenBackDoesNotCount() {
        planned(List.of(issued(ALL_OR_NOTHING), paid("A1", "500.00", "0.00", "01-05"), takenBack("A1", "500.00")),
                "480.00", "01-11", "0.00");
    }

    @Test
    void theGraceOfThePolicyIsPartOfThePromise() {
        var graced = issued(new DiscountRules(null, 2, null));
        planned(graced, "980.00", "01-13", "20.00");
        planned(graced, "980.00", "01-14", "0.00");
    }

    @Test
    void aLapsedDiscountKeepsItsDate() {
        invoice.given(issued(null)).when(it -> {}).then().shows(it -> {
            var shown = Objects.requireNonNull(it.resource(day("01-12"), 1).discount());
            assertThat(shown.until()).isEqualTo(day("01-11"));
            assertThat(shown.available()).isEqualTo(eur("0.00"));
            assertThat(shown.amountToPay()).isEqualTo(eur("1000.00"));
        });
    }

    /** 2/10 net 30: (2/98) x (365/20). */
    @Test
    void theAnnualCostOfTwoTenNetThirty() {
        invoice.given(issued(null)).when(it -> {}).then().shows(it -> {
            var shown = Objects.requireNonNull(it.resource(day("01-05"), 1).discount());
            assertThat(shown.annualCost()).isEqualTo("37.24");
        });
    }

    @Test
    void aDiscountForFullPaymentFallsWhenOneOfItsPaymentsIsTakenBack() {
        var full = new InvoiceSettledInPart(INVOICE, ACCOUNT, ENTITY, new AllocationId("A2"),
                CreditSource.of(new PaymentId("P2")), List.of(part(1, "480.00", "20.00")), day("01-20"), day("01-10"),
                true);
        var first = paid("A1", "500.00", "0.00", "01-05");
        var late = paid("A0", "1.00", "0.00", "01-15");
        invoice.given(issued(ALL_OR_NOTHING), late, first, full)
                .when(it -> {})
                .then()
                .shows(it -> assertThat(it.discountsUnearnedWithout(new AllocationId("A1"))).containsExactly(full))
                .shows(it -> assertThat(it.discountsUnearnedWithout(new AllocationId("A0"))).isEmpty())
                .shows(it -> assertThat(it.discountsUnearnedWithout(new AllocationId("A2"))).isEmpty());
        invoice.given(issued(null), first, full)
                .when(it -> {})
                .then()
                .shows(it -> assertThat(it.discountsUnearnedWithout(new AllocationId("A1"))).isEmpty());
    }

    /** 1,000.00 at 20 % and 100.00 at 10 %: 1,200.00 + 110.00 with tax. */
    @Test
    void aDiscountIsSplitOverTheRatesInProportionToTheirGrossAmounts() {
        shares(TaxMode.INCLUDED, "26.20", new DiscountShare(Percentage.of("20.00"), eur("20.00"), eur("4.00")),
                new DiscountShare(Percentage.of("10.00"), eur("2.00"), eur("0.20")));
    }

    @Test
    void aDiscountNetOfTaxLeavesTheTaxAsItIs() {
        shares(TaxMode.EXCLUDED, "22.00", new DiscountShare(Percentage.of("20.00"), eur("20.15"), eur("0.00")),
                new DiscountShare(Percentage.of("10.00"), eur("1.85"), eur("0.00")));
    }

    private void shares(TaxMode mode, String discount, DiscountShare... expected) {
        invoice.given(issued(new EarlyPaymentDiscount(eur(discount), day("01-11"), mode), List.of(
                new InvoiceLine("work", eur("1000.00"), Percentage.of("20.00"), eur("200.00")),
                new InvoiceLine("books", eur("100.00"), Percentage.of("10.00"), eur("10.00"))), "1310.00"))
                .when(it -> {})
                .then()
                .shows(it -> assertThat(it.sharesOf(eur(discount))).containsExactly(expected));
    }

    private void planned(InvoiceIssued issued, String cash, String moneyDate, String discount) {
        planned(List.of(issued), cash, moneyDate, discount);
    }

    private void planned(List<Object> facts, String cash, String moneyDate, String discount) {
        var plan = new AtomicReference<List<SettledPart>>();
        var claim = new SettlementClaim(ACCOUNT, eur(cash), null, null, day("02-01"), day(moneyDate));
        invoice.given(facts.toArray()).when(it -> plan.set(it.plan(claim))).then();
        assertThat(plan.get()).containsExactly(part(1, cash, discount));
    }

    private void toPay(List<Object> facts, String toPay, String available) {
        invoice.given(facts.toArray()).when(it -> {}).then().shows(it -> {
            var shown = Objects.requireNonNull(it.resource(day("01-11"), 1).discount());
            assertThat(shown.amountToPay()).isEqualTo(eur(toPay));
            assertThat(shown.available()).isEqualTo(eur(available));
        });
    }

    private static InvoiceIssued issued(@Nullable DiscountRules rules) {
        return issued(new EarlyPaymentDiscount(eur("20.00"), day("01-11"), TaxMode.INCLUDED, rules, 3), List.of(),
                "1000.00");
    }

    private static InvoiceIssued issued(EarlyPaymentDiscount discount, List<InvoiceLine> lines, String total) {
        return new InvoiceIssued(INVOICE, ACCOUNT, ENTITY, "N-1", ReceivableClass.TRADE, day("01-01"), null, eur(total),
                lines, List.of(new Instalment(1, day("01-31"), eur(total))), discount);
    }

    /** Effective at January 2, so that it counts before the discount lapses. */
    private static InvoiceSettledInPart paid(String id, String cash, String discount, String moneyDate) {
        return new InvoiceSettledInPart(INVOICE, ACCOUNT, ENTITY, new AllocationId(id),
                CreditSource.of(new PaymentId("P1")), List.of(part(1, cash, discount)), day("01-02"), day(moneyDate),
                null);
    }

    private static InvoiceSettledInPart credited(String amount) {
        return new InvoiceSettledInPart(INVOICE, ACCOUNT, ENTITY, new AllocationId("A0"),
                CreditSource.of(new CreditNoteId("CN-1")), List.of(part(1, amount)), day("01-02"));
    }

    private static InvoiceSettlementReversed takenBack(String id, String amount) {
        return new InvoiceSettlementReversed(INVOICE, ACCOUNT, ENTITY, new AllocationId(id),
                CreditSource.of(new PaymentId("P1")), List.of(part(1, amount)), "returned", day("01-20"));
    }
}
