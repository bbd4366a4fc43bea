package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.DoubtfulResource;
import io.receivables.platform.resource.InvoiceResource.DoubtfulLine;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of an invoice is marked as doubtful, by date. It settles nothing, so what is shown never exceeds what is open. */
final class Doubtfuls {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final DatedAmounts marked;
    private final Map<DoubtfulId, Mark> all = new LinkedHashMap<>();

    private record Mark(InvoiceMarkedDoubtful fact, @Nullable LocalDate releasedDate) {}

    Doubtfuls(InvoiceIssued issued, OpenInstalments instalments) {
        this.issued = issued;
        this.instalments = instalments;
        this.marked = new DatedAmounts(issued.total().currency());
    }

    /** @param amount null marks all that is open at the date and not marked yet */
    void mark(DoubtfulId id, @Nullable Money amount, String reason, LocalDate date) {
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var left = instalments.amountOpenAt(date).minus(marked.at(date));
        var wanted = amount == null ? left : amount;
        Amounts.requireCurrency(issued.total().currency(), wanted, "/amount");
        if (amount != null) {
            Amounts.requirePositive(amount, "/amount");
        }
        if (!left.isPositive() || wanted.isGreaterThan(left)) {
            throw Amounts.refusal(ProblemCode.DOUBTFUL_EXCEEDS_OPEN, "/amount", wanted + " exceeds the "
                    + left.max(Money.zero(left.currency())) + " of invoice " + issued.invoiceId()
                    + " that is open at " + date + " and not marked as doubtful");
        }
        apply(new InvoiceMarkedDoubtful(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, wanted,
                reason, date));
    }

    void release(DoubtfulId id, String reason, LocalDate date) {
        var mark = all.get(id);
        if (mark == null) {
            throw new Refusal(ProblemCode.DOUBTFUL_NOT_FOUND,
                    "no mark " + id + " that invoice " + issued.invoiceId() + " is doubtful");
        }
        if (mark.releasedDate() != null) {
            throw new Refusal(ProblemCode.DOUBTFUL_ALREADY_RELEASED,
                    "mark " + id + " of invoice " + issued.invoiceId() + " was released at " + mark.releasedDate());
        }
        Amounts.requireNotBefore(date, mark.fact().effectiveDate(), "mark " + id);
        apply(new DoubtfulReleased(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id,
                mark.fact().amount(), reason, date));
    }

    void marked(InvoiceMarkedDoubtful fact) {
        all.put(fact.doubtfulId(), new Mark(fact, null));
        marked.add(fact.effectiveDate(), fact.amount());
    }

    void released(DoubtfulReleased released) {
        all.computeIfPresent(released.doubtfulId(), (_, mark) -> new Mark(mark.fact(), released.effectiveDate()));
        marked.take(released.effectiveDate(), released.amount());
    }

    Money at(LocalDate date) {
        return marked.at(date);
    }

    /** The marks that there were at a date, released ones as well. */
    List<DoubtfulLine> linesAt(LocalDate date) {
        return all.values()
                .stream()
                .filter(mark -> !mark.fact().effectiveDate().isAfter(date))
                .map(mark -> new DoubtfulLine(mark.fact().doubtfulId(), mark.fact().amount(), mark.fact().reason(),
                        mark.fact().effectiveDate(),
                        mark.releasedDate() == null || mark.releasedDate().isAfter(date) ? null : mark.releasedDate()))
                .toList();
    }

    DoubtfulResource resource(DoubtfulId id, long version) {
        var mark = Objects.requireNonNull(all.get(id));
        var fact = mark.fact();
        return new DoubtfulResource(id, fact.invoiceId(), fact.accountId(), fact.amount(), fact.reason(),
                fact.effectiveDate(), mark.releasedDate(), version, null);
    }
}
