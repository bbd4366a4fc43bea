package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.Tolerance;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cents that allocations left open and that were given up, by the allocation that left them. */
final class SmallDifferences {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final Map<AllocationId, SmallDifferenceWrittenOff> standing = new LinkedHashMap<>();

    SmallDifferences(InvoiceIssued issued, OpenInstalments instalments) {
        this.issued = issued;
        this.instalments = instalments;
    }

    /**
     * Gives up what an allocation left of the instalments that it settled. All that an invoice gives up in this way stays
     * within the tolerance.
     *
     * @param asked whether the request wants it: then more than the tolerance is refused, else it stays open
     */
    void writeOff(AllocationId cause, List<SettledPart> settled, Tolerance tolerance, LocalDate date, boolean asked) {
        var touched = settled.stream().map(part -> instalments.require(part.instalment())).distinct().toList();
        var rest = touched.stream().map(it -> it.open().last()).reduce(Money::plus).orElseThrow();
        if (rest.isZero()) {
            return;
        }
        if (!tolerance.covers(rest.plus(given()))) {
            if (asked) {
                throw new Refusal(ProblemCode.DIFFERENCE_ABOVE_TOLERANCE, rest + " would stay open on invoice "
                        + issued.invoiceId() + " beside " + given() + " that is given up already; the tolerance is "
                        + tolerance.amount());
            }
            return;
        }
        var parts = touched.stream()
                .map(it -> new InstalmentAmount(it.instalment().no(), it.open().availableFrom(date)))
                .filter(part -> part.amount().isPositive())
                .toList();
        if (!parts.isEmpty()) {
            apply(new SmallDifferenceWrittenOff(issued.invoiceId(), issued.accountId(), issued.legalEntity(), cause,
                    parts, tolerance.amount(), tolerance.policyVersion(), date));
        }
    }

    /** The allocation falls, and what it had left with it. */
    void reverse(AllocationId cause, String reason, LocalDate date) {
        var given = standing.get(cause);
        if (given != null) {
            var from = date.isBefore(given.effectiveDate()) ? given.effectiveDate() : date;
            apply(new SmallDifferenceReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), cause,
                    given.parts(), reason, from));
        }
    }

    private Money given() {
        return standing.values()
                .stream()
                .map(given -> InstalmentAmount.total(given.parts()))
                .reduce(Money.zero(issued.total().currency()), Money::plus);
    }

    void writtenOff(SmallDifferenceWrittenOff given) {
        standing.put(given.allocationId(), given);
    }

    void reversed(SmallDifferenceReversed back) {
        standing.remove(back.allocationId());
    }
}
