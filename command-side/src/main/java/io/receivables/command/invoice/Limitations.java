package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.policy.LimitationTerm;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LimitationInterruptionResource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when an invoice can be claimed in court: so many years from its due dates, or from what started them anew. */
public final class Limitations {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final Map<LimitationInterruptionId, LimitationInterrupted> standing = new LinkedHashMap<>();

    Limitations(InvoiceIssued issued, OpenInstalments instalments) {
        this.issued = issued;
        this.instalments = instalments;
    }

    /**
     * Starts the limitation of what is open anew.
     *
     * @param term empty where no policy says how many years; then nothing lapses
     * @param cause the action in court or the procedure that it comes from
     * @throws Refusal ITEM_NOT_OPEN, LIMITATION_LAPSED
     */
    public void interrupt(LimitationInterruptionId id, LimitationInterruptionKind kind, Optional<LimitationTerm> term,
            @Nullable String cause, String reason, LocalDate date) {
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var open = instalments.openAt(date).map(DatedInstalment::instalment).toList();
        if (open.isEmpty()) {
            throw new Refusal(ProblemCode.ITEM_NOT_OPEN,
                    "of invoice " + issued.invoiceId() + " nothing is open at " + date + " and ever after");
        }
        var alive = open.stream()
                .filter(it -> term.isEmpty() || !date.isAfter(lastDay(it, term.orElseThrow())))
                .map(Instalment::no)
                .toList();
        if (alive.isEmpty()) {
            throw new Refusal(ProblemCode.LIMITATION_LAPSED, "what is open of invoice " + issued.invoiceId()
                    + " could be claimed until " + lastDay(open.getLast(), term.orElseThrow()) + ", before " + date);
        }
        apply(new LimitationInterrupted(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, kind, alive,
                cause, reason, date));
    }

    /** The claim in court is as if it had never been. */
    public void voidAll(String cause, String reason, LocalDate date) {
        List.copyOf(standing.values())
                .stream()
                .filter(it -> cause.equals(it.cause()))
                .forEach(it -> apply(new LimitationInterruptionVoided(issued.invoiceId(), issued.accountId(),
                        issued.legalEntity(), it.interruptionId(), it.instalments(), reason, date)));
    }

    /** Of what was interrupted by the cause; nothing where that was settled meanwhile. */
    public boolean isOpen(LocalDate date) {
        return instalments.openAt(date).findAny().isPresent();
    }

    private LocalDate lastDay(Instalment instalment, LimitationTerm term) {
        return standing.values()
                .stream()
                .filter(it -> it.instalments().contains(instalment.no()))
                .map(it -> it.effectiveDate().plusYears(yearsFrom(it.kind(), term)))
                .reduce(instalment.dueDate().plusYears(term.years()), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static int yearsFrom(LimitationInterruptionKind kind, LimitationTerm term) {
        return kind == LimitationInterruptionKind.JUDGMENT ? term.yearsFromJudgment() : term.years();
    }

    void evolve(LimitationInterrupted interrupted) {
        standing.put(interrupted.interruptionId(), interrupted);
    }

    void evolve(LimitationInterruptionVoided voided) {
        standing.remove(voided.interruptionId());
    }

    public LimitationInterruptionResource resource(LimitationInterruptionId id, Optional<LimitationTerm> term,
            long version) {
        var it = Objects.requireNonNull(standing.get(id));
        var last = term.flatMap(years -> it.instalments()
                .stream()
                .map(no -> lastDay(instalments.require(no).instalment(), years))
                .min(Comparator.naturalOrder()));
        return new LimitationInterruptionResource(id, issued.invoiceId(), it.kind(), it.instalments(), it.reason(),
                it.effectiveDate(), last.orElse(null), version, null);
    }
}
