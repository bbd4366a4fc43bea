package io.receivables.command.invoice;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ALLOCATION;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.issued;
import static io.receivables.command.testing.Fixtures.part;
import static io.receivables.command.testing.Fixtures.parts;
import static io.receivables.command.testing.Fixtures.settled;
import static io.receivables.command.testing.Fixtures.settlementReversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.policy.Tolerance;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.resource.InvoiceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cents that an allocation leaves on an invoice; policy version 3 tolerates 0.50. */
class SmallDifferencesTest {

    private static final Tolerance TOLERANCE = new Tolerance(eur("0.50"), 3);

    private final StreamFixture<Invoice> invoice = StreamFixture.of(Invoice.class, "invoice/INV-1");

    @Test
    void moreThanTheToleranceIsRefusedWhenAskedFor() {
        invoice.given(issued("100.00"), settled("99.49", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "99.49")), TOLERANCE, day("01-20"), true))
                .refused(ProblemCode.DIFFERENCE_ABOVE_TOLERANCE, "0.51 EUR", "0.50 EUR");
    }

    @Test
    void withoutPolicyNothingIsTolerated() {
        invoice.given(issued("100.00"), settled("99.99", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "99.99")),
                        new Tolerance(eur("0.00"), null), day("01-20"), true))
                .refused(ProblemCode.DIFFERENCE_ABOVE_TOLERANCE, "0.01 EUR", "0.00 EUR");
    }

    @Test
    void moreThanTheToleranceStaysOpenWhenNobodyAsked() {
        invoice.given(issued("100.00"), settled("99.49", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "99.49")), TOLERANCE, day("01-20"),
                        false))
                .then();
    }

    @Test
    void whatWasGivenUpBeforeCountsAgainstTheTolerance() {
        invoice.given(issued("100.00", "100.00"), settled("A0", "01-20", part(1, "99.60")),
                given("A0", "01-20", "0.40"), settled("A1", "01-21", part(2, "99.85")))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(2, "99.85")), TOLERANCE, day("01-21"), true))
                .refused(ProblemCode.DIFFERENCE_ABOVE_TOLERANCE, "0.15 EUR", "0.40 EUR", "0.50 EUR");
    }

    @Test
    void nothingIsGivenUpWhereNothingIsLeft() {
        invoice.given(issued("100.00"), settled("100.00", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "100.00")), TOLERANCE, day("01-20"),
                        true))
                .then();
    }

    /** Public trap: a peer hides residues of a cent; here they are shown until a fact of their own gives them up. */
    @Test
    void trapT8CentsAreGivenUpByAFactAndLeaveThePaidInvoicePaid() {
        invoice.given(issued("100.00"), settled("99.50", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "99.50")), TOLERANCE, day("01-20"),
                        false))
                .then(given("A1", "01-20", "0.50"))
                .shows(it -> {
                    var shown = it.resource(day("01-20"), 3);
                    assertThat(shown.status()).isEqualTo(InvoiceStatus.PAID);
                    assertThat(shown.amountDue()).isEqualTo(eur("0.00"));
                    assertThat(shown.amountPaid()).isEqualTo(eur("99.50"));
                    assertThat(shown.amountWrittenOff()).isEqualTo(eur("0.50"));
                })
                .shows(it -> assertThat(it.resource(day("01-19"), 3).amountDue()).isEqualTo(eur("100.00")));
    }

    @Test
    void onlyInstalmentsThatTheAllocationTouchedAreCleared() {
        invoice.given(issued("100.00", "0.30"), settled("99.90", "01-20"))
                .when(it -> it.writeOffDifference(ALLOCATION, List.of(part(1, "99.90")), TOLERANCE, day("01-20"), true))
                .then(given("A1", "01-20", "0.10"))
                .shows(it -> assertThat(it.resource(day("01-20"), 3).amountDue()).isEqualTo(eur("0.30")));
    }

    @Test
    void itFallsWithTheAllocationThatLeftIt() {
        invoice.given(issued("100.00"), settled("99.50", "01-20"), given("A1", "01-25", "0.50"))
                .when(it -> it.reverseSettlement(ALLOCATION, CreditSource.of(PAYMENT), List.of(part(1, "99.50")),
                        REASON, day("01-22")))
                .then(settlementReversed("99.50", "01-22"), new SmallDifferenceReversed(INVOICE, ACCOUNT, ENTITY,
                        ALLOCATION, parts("0.50"), REASON, day("01-25")))
                .shows(it -> assertThat(it.resource(day("01-25"), 5).amountDue()).isEqualTo(eur("100.00")));
    }

    private static SmallDifferenceWrittenOff given(String cause, String date, String amount) {
        return new SmallDifferenceWrittenOff(INVOICE, ACCOUNT, ENTITY, new AllocationId(cause), parts(amount),
                eur("0.50"), 3, day(date));
    }
}
