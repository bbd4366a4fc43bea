package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.RecoveryResource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came for the written-off amounts of an invoice, and what of them can still come, by date. */
final class Recoveries {

    private final InvoiceIssued issued;
    private final TaxReliefs reliefs;
    private final DatedAmounts writtenOff;
    private final DatedAmounts recovered;
    /** Written off less recovered. */
    private final DatedAmounts left;
    private final Map<RecoveryId, Recovery> all = new HashMap<>();

    private record Recovery(WrittenOffAmountRecovered fact, @Nullable LocalDate reversedDate) {}

    Recoveries(InvoiceIssued issued, TaxReliefs reliefs) {
        this.reliefs = reliefs;
        this.issued = issued;
        var currency = issued.total().currency();
        this.writtenOff = new DatedAmounts(currency);
        this.recovered = new DatedAmounts(currency);
        this.left = new DatedAmounts(currency);
    }

    void recover(RecoveryId id, Money amount, @Nullable PaymentId paymentId, @Nullable String reference,
            LocalDate date) {
        Amounts.requireCurrency(issued.total().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        if (writtenOff.last().isZero()) {
            throw new Refusal(ProblemCode.NOTHING_WRITTEN_OFF,
                    "nothing of invoice " + issued.invoiceId() + " is written off");
        }
        left.requireAvailable(amount, date, ProblemCode.RECOVERY_EXCEEDS_WRITTEN_OFF,
                "invoice " + issued.invoiceId() + " that is written off and not recovered");
        apply(new WrittenOffAmountRecovered(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, amount,
                paymentId, reference, date, reliefs.dueBy(amount)));
    }

    void reverse(RecoveryId id, String reason, LocalDate date) {
        var recovery = all.get(id);
        if (recovery == null) {
            throw new Refusal(ProblemCode.RECOVERY_NOT_FOUND,
                    "no recovery " + id + " of invoice " + issued.invoiceId());
        }
        if (recovery.reversedDate() != null) {
            throw new Refusal(ProblemCode.RECOVERY_ALREADY_REVERSED,
                    "recovery " + id + " was reversed at " + recovery.reversedDate());
        }
        var fact = recovery.fact();
        Amounts.requireNotBefore(date, fact.effectiveDate(), "recovery " + id);
        apply(new RecoveryReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, fact.amount(),
                fact.paymentId(), reason, date, fact.taxDue()));
    }

    /** Refuses to take a write-off back that recoveries rest on, at this date or later. */
    void requireLeft(Money amount, LocalDate date, String what) {
        var free = left.availableFrom(date);
        if (amount.isGreaterThan(free)) {
            throw new Refusal(ProblemCode.WRITE_OFF_RECOVERED, what + " over " + amount + " cannot be reversed at "
                    + date + ": only " + free + " of what is written off from then on is not recovered");
        }
    }

    void writtenOff(List<InstalmentAmount> parts, LocalDate date) {
        var amount = InstalmentAmount.total(parts);
        writtenOff.add(date, amount);
        left.add(date, amount);
    }

    void writeOffReversed(List<InstalmentAmount> parts, LocalDate date) {
        var amount = InstalmentAmount.total(parts);
        writtenOff.take(date, amount);
        left.take(date, amount);
    }

    void recovered(WrittenOffAmountRecovered fact) {
        all.put(fact.recoveryId(), new Recovery(fact, null));
        reliefs.recovered(fact.amount(), fact.taxDue());
        recovered.add(fact.effectiveDate(), fact.amount());
        left.take(fact.effectiveDate(), fact.amount());
    }

    void reversed(RecoveryReversed reversed) {
        reliefs.recoveryReversed(reversed.amount(), reversed.taxDue());
        all.computeIfPresent(reversed.recoveryId(),
                (_, recovery) -> new Recovery(recovery.fact(), reversed.effectiveDate()));
        recovered.take(reversed.effectiveDate(), reversed.amount());
        left.add(reversed.effectiveDate(), reversed.amount());
    }

    Money at(LocalDate date) {
        return recovered.at(date);
    }

    RecoveryResource resource(RecoveryId id, long version) {
        var recovery = Objects.requireNonNull(all.get(id));
        var fact = recovery.fact();
        return new RecoveryResource(id, fact.invoiceId(), fact.accountId(), fact.amount(), fact.paymentId(),
                fact.reference(), fact.effectiveDate(), recovery.reversedDate(), fact.taxDue(), version, null);
    }
}
