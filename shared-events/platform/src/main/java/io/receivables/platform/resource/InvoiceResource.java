package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.EarlyPaymentDiscount.Base;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import io.receivables.events.policy.DiscountRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An invoice at a business date.
 *
 * @param amountDisputed the part of what is due that the customer contests
 * @param amountDoubtful the part of what is due that may never be paid
 * @param amountFactored what was sold to a factor and is not owed to us any more; absent when nothing was
 * @param limitationDate the last day on which what is open can be claimed in court; absent where no policy says how long
 * @param taxRelieved value added tax that write-offs have taken back, less what recoveries made due again
 * @param opening set when it was open already at the cut-over to this book; then {@code total} is what was open
 * @param terms the terms that made the due dates; absent when the request named them
 * @param legalMaximum the due dates of its issue held against the legal maximum; absent where no policy sets one
 * @param creditCheck what was seen of the customer's credit when it was issued; null where nothing limits it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceResource(InvoiceId invoiceId, String invoiceNumber, AccountId accountId, LegalEntityId legalEntity,
        ReceivableClass receivableClass, LocalDate issueDate, @Nullable LocalDate supplyDate, InvoiceStatus status,
        boolean overdue, Money total, Money amountDue, Money amountPaid, Money amountCredited, Money amountDiscounted,
        Money amountWrittenOff, Money amountRecovered, Money amountDisputed, Money amountDoubtful,
        @Nullable Money amountFactored,
        @Nullable LocalDate limitationDate, Money taxRelieved,
        List<InvoiceLine> lines, List<InstalmentResource> instalments, @Nullable DiscountResource discount,
        List<ChargeLine> lateCharges, List<DoubtfulLine> doubtful, List<DisputeResource> disputes,
        @Nullable Opening opening,
        @Nullable PaymentTerms terms, @Nullable LegalMaximumResource legalMaximum,
        @Nullable CreditCheck creditCheck, long version,
        @Nullable Long position) implements Versioned {

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
     * @param annualCost what the discount costs the seller in percent a year: 2 % for 20 days is 37.24; absent when nothing
     *     falls due after the window
     */
    public record DiscountResource(LocalDate until, Money available, Money amountToPay, DiscountRules.Mode mode,
            @Nullable String annualCost) {}

    /**
     * What stands beside the amounts of an invoice.
     *
     * @param recovered that came for what was written off
     * @param doubtful marked as such, whatever is open
     * @param taxRelieved taken back by write-offs, less what became due again
     * @param marks that it is doubtful
     * @param disputed by disputes that are open, whatever is open of the invoice
     * @param disputes that there were, those that have ended as well
     */
    public record Losses(Money recovered, Money doubtful, Money taxRelieved, List<DoubtfulLine> marks, Money disputed,
            List<DisputeResource> disputes) {}

    /** A mark that (a part of) the invoice is doubtful; released ones stay listed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DoubtfulLine(DoubtfulId doubtfulId, Money amount, String reason, LocalDate effectiveDate,
            @Nullable LocalDate releasedDate) {}

    /** A late charge of the invoice, a claim of its own: {@code amountDue} of the invoice is principal only. */
    public record ChargeLine(ChargeId chargeId, ChargeKind kind, Money amount, Money amountDue) {}

    /** The invoice with its late charges that stand. */
    public InvoiceResource with(List<ChargeLine> lateCharges) {
        return new InvoiceResource(invoiceId, invoiceNumber, accountId, legalEntity, receivableClass, issueDate,
                supplyDate, status, overdue, total, amountDue, amountPaid, amountCredited, amountDiscounted,
                amountWrittenOff, amountRecovered, amountDisputed, amountDoubtful, amountFactored, limitationDate,
                taxRelieved, lines, instalments,
                discount, lateCharges, doubtful, disputes, opening, terms, legalMaximum, creditCheck, version,
                position);
    }

    /** The invoice with the last day on which what is open can be claimed in court. */
    public InvoiceResource lapsing(@Nullable LocalDate limitationDate) {
        return new InvoiceResource(invoiceId, invoiceNumber, accountId, legalEntity, receivableClass, issueDate,
                supplyDate, status, overdue, total, amountDue, amountPaid, amountCredited, amountDiscounted,
                amountWrittenOff, amountRecovered, amountDisputed, amountDoubtful, amountFactored, limitationDate,
                taxRelieved, lines, instalments, discount, lateCharges, doubtful, disputes, opening, terms,
                legalMaximum,
                creditCheck, version, position);
    }

    public static InvoiceResource of(InvoiceIssued issued, List<InstalmentFigures> figures, Money paidEarly,
            Losses losses, boolean cancelled, LocalDate asAt, long version, @Nullable Long position) {
        var due = sum(figures, InstalmentFigures::due);
        var factored = sum(figures, InstalmentFigures::factored);
        var instalments = figures.stream().map(figure -> instalment(figure, asAt)).toList();
        return new InvoiceResource(issued.invoiceId(), issued.invoiceNumber(), issued.accountId(), issued.legalEntity(),
                issued.receivableClass(), issued.issueDate(), issued.supplyDate(), statusOf(figures, cancelled),
                instalments.stream().anyMatch(instalment -> instalment.daysPastDue() > 0), issued.total(), due,
                sum(figures, InstalmentFigures::paid), sum(figures, InstalmentFigures::credited),
                sum(figures, InstalmentFigures::discounted),
                sum(figures, InstalmentFigures::writtenOff).plus(sum(figures, InstalmentFigures::smallDifference)),
                losses.recovered(), losses.disputed().min(due), losses.doubtful().min(due),
                factored.isZero() ? null : factored, null,
                losses.taxRelieved(), issued.lines(), instalments, discount(issued, figures, paidEarly, asAt),
                List.of(), losses.marks(), losses.disputes(), issued.opening(), termsOf(issued), legalMaximumOf(issued),
                issued.creditCheck(), version,
                position);
    }

    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    @Override
    public InvoiceResource at(long position) {
        return new InvoiceResource(invoiceId, invoiceNumber, accountId, legalEntity, receivableClass, issueDate,
                supplyDate, status, overdue, total, amountDue, amountPaid, amountCredited, amountDiscounted,
                amountWrittenOff, amountRecovered, amountDisputed, amountDoubtful, amountFactored, limitationDate,
                taxRelieved, lines, instalments,
                discount, lateCharges, doubtful, disputes, opening, terms, legalMaximum, creditCheck, version,
                position);
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
        if (sum(figures, InstalmentFigures::factored).isPositive()) {
            return InvoiceStatus.FACTORED;
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

    private static @Nullable DiscountResource discount(InvoiceIssued issued, List<InstalmentFigures> figures,
            Money paidEarly, LocalDate asAt) {
        var offered = issued.discount();
        if (offered == null) {
            return null;
        }
        var due = sum(figures, InstalmentFigures::due);
        var toPay = asAt.isAfter(offered.lastDay())
                ? due
                : offered.toPay(new Base(issued.total(), due, paidEarly,
                        sum(figures, InstalmentFigures::discounted)));
        return new DiscountResource(offered.until(), due.minus(toPay), toPay, offered.mode(),
                annualCost(issued, offered));
    }

    /** {@code d / (1 - d) x 365 / days between the end of the window and the last due date}, a simple rate. */
    private static @Nullable String annualCost(InvoiceIssued issued, EarlyPaymentDiscount offered) {
        var lastDue = issued.instalments().stream().map(Instalment::dueDate).max(LocalDate::compareTo).orElseThrow();
        long days = ChronoUnit.DAYS.between(offered.until(), lastDue);
        var net = issued.total().minus(offered.amount());
        if (days <= 0 || !net.isPositive()) {
            return null;
        }
        return offered.amount()
                .amount()
                .multiply(DAYS_OF_YEAR.movePointRight(2))
                .divide(net.amount().multiply(BigDecimal.valueOf(days)), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static Money sum(List<InstalmentFigures> figures, Function<InstalmentFigures, Money> figure) {
        return figures.stream().map(figure).reduce(Money::plus).orElseThrow();
    }
}
