package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An invoice at a business date.
 *
 * @param opening set when it was open already at the cut-over to this book; then {@code total} is what was open
 * @param terms the terms that made the due dates; absent when the request named them
 * @param legalMaximum the due dates of its issue held against the legal maximum; absent where no policy sets one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceResource(InvoiceId invoiceId, String invoiceNumber, AccountId accountId, LegalEntityId legalEntity,
        ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate, InvoiceStatus status,
        boolean overdue, Money total, Money amountDue, Money amountPaid, Money amountCredited, Money amountDiscounted,
        Money amountWrittenOff, Money amountRecovered, Money amountDisputed, List<InvoiceLine> lines,
        List<InstalmentResource> instalments, @Nullable DiscountResource discount, List<ChargeLine> lateCharges,
        @Nullable Opening opening, @Nullable PaymentTerms terms, @Nullable LegalMaximumResource legalMaximum,
        long version, @Nullable Long position) implements Versioned {

    /**
     * @param daysPastDue days since the due date, zero when it is not past or nothing is due
     * @param amountRescheduled what moved on to instalments with later numbers; absent when nothing did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InstalmentResource(int no, LocalDate dueDate, Money amount, Money amountDue, long daysPastDue,
            @Nullable Money amountRescheduled) {}

    /** @param policyVersion the version of the credit policy that sets the maximum */
    public record LegalMaximumResource(@JsonUnwrapped LegalMaximumCheck check, @Nullable Integer policyVersion) {}

    /**
     * @param available what early payment still earns at the date; zero once lapsed
     * @param amountToPay what settles the invoice at the date
     */
    public record DiscountResource(LocalDate until, Money available, Money amountToPay) {}

    /** A late charge of the invoice, a claim of its own: {@code amountDue} of the invoice is principal only. */
    public record ChargeLine(ChargeId chargeId, ChargeKind kind, Money amount, Money amountDue) {}

    /** The invoice with its late charges that stand. */
    public InvoiceResource with(List<ChargeLine> lateCharges) {
        return new InvoiceResource(invoiceId, invoiceNumber, accountId, legalEntity, receivableClass, issueDate,
                supplyDate, status, overdue, total, amountDue, amountPaid, amountCredited, amountDiscounted,
                amountWrittenOff, amountRecovered, amountDisputed, lines, instalments, discount, lateCharges, opening,
                terms, legalMaximum, version, position);
    }

    public static InvoiceResource of(InvoiceIssued issued, List<InstalmentFigures> figures, Money recovered,
            boolean cancelled, LocalDate asAt, long version, @Nullable Long position) {
        var due = sum(figures, InstalmentFigures::due);
        var instalments = figures.stream().map(figure -> instalment(figure, asAt)).toList();
        return new InvoiceResource(issued.invoiceId(), issued.invoiceNumber(), issued.accountId(), issued.legalEntity(),
                issued.receivableClass(), issued.issueDate(), issued.supplyDate(), statusOf(figures, cancelled),
                instalments.stream().anyMatch(instalment -> instalment.daysPastDue() > 0), issued.total(), due,
                sum(figures, InstalmentFigures::paid), sum(figures, InstalmentFigures::credited),
                sum(figures, InstalmentFigures::discounted), sum(figures, InstalmentFigures::writtenOff), recovered,
                Money.zero(issued.total().currency()), issued.lines(), instalments,
                discount(issued, figures, due, asAt), List.of(), issued.opening(), termsOf(issued),
                legalMaximumOf(issued), version, position);
    }

    @Override
    public InvoiceResource at(long position) {
        return new InvoiceResource(invoiceId, invoiceNumber, accountId, legalEntity, receivableClass, issueDate,
                supplyDate, status, overdue, total, amountDue, amountPaid, amountCredited, amountDiscounted,
                amountWrittenOff, amountRecovered, amountDisputed, lines, instalments, discount, lateCharges, opening,
                terms, legalMaximum, version, position);
    }

    private static InvoiceStatus statusOf(List<InstalmentFigures> figures, boolean cancelled) {
        if (cancelled) {
            return InvoiceStatus.CANCELLED;
        }
        boolean paid = sum(figures, InstalmentFigures::paid).isPositive();
        boolean credited = sum(figures, InstalmentFigures::credited).isPositive();
        boolean writtenOff = sum(figures, InstalmentFigures::writtenOff).isPositive();
        if (sum(figures, InstalmentFigures::due).isPositive()) {
            return paid || credited || writtenOff ? InvoiceStatus.PARTIALLY_PAID : InvoiceStatus.OPEN;
        }
        if (writtenOff) {
            return InvoiceStatus.WRITTEN_OFF;
        }
        return paid ? InvoiceStatus.PAID : InvoiceStatus.CREDITED;
    }

    private static InstalmentResource instalment(InstalmentFigures figure, LocalDate asAt) {
        var dueDate = figure.instalment().dueDate();
        long past = figure.due().isPositive() ? Math.max(0, ChronoUnit.DAYS.between(dueDate, asAt)) : 0;
        return new InstalmentResource(figure.instalment().no(), dueDate, figure.instalment().amount(), figure.due(),
                past, figure.rescheduled().isZero() ? null : figure.rescheduled());
    }

    private static @Nullable PaymentTerms termsOf(InvoiceIssued issued) {
        var applied = issued.terms();
        return applied == null || applied.datesGiven() ? null : applied.agreed();
    }

    private static @Nullable LegalMaximumResource legalMaximumOf(InvoiceIssued issued) {
        var applied = issued.terms();
        return applied == null || applied.legalMaximum() == null
                ? null
                : new LegalMaximumResource(applied.legalMaximum(), applied.policyVersion());
    }

    private static @Nullable DiscountResource discount(InvoiceIssued issued, List<InstalmentFigures> figures, Money due,
            LocalDate asAt) {
        var offered = issued.discount();
        if (offered == null) {
            return null;
        }
        var left = offered.amount().minus(sum(figures, InstalmentFigures::discounted)).min(due);
        var available = asAt.isAfter(offered.until()) ? Money.zero(due.currency()) : left;
        return new DiscountResource(offered.until(), available, due.minus(available));
    }

    private static Money sum(List<InstalmentFigures> figures, Function<InstalmentFigures, Money> figure) {
        return figures.stream().map(figure).reduce(Money::plus).orElseThrow();
    }
}
