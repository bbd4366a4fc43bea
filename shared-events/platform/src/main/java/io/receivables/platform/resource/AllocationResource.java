package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.RuleApplied;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation of a payment or credit note to an invoice or a late charge. Reversed ones stay listed.
 *
 * @param invoiceId absent when it is a charge
 * @param chargeId absent when it is an invoice
 * @param instalment the instalment, when it settles just one
 * @param amount cash or credit used
 * @param discount early-payment discount granted on top
 * @param parts what each instalment got, when it settles several
 * @param rule why it went to this invoice, when the request did not name it
 * @param discountShares the discount by tax rate, as far as the rates are known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationResource(AllocationId allocationId, @Nullable InvoiceId invoiceId,
        @Nullable ChargeId chargeId, @Nullable Integer instalment, Money amount, Money discount,
        LocalDate effectiveDate, @Nullable LocalDate reversedDate,
        @Nullable List<Part> parts, @Nullable RuleApplied rule, @Nullable List<DiscountShare> discountShares) {

    /** What one instalment got, without discount. */
    public record Part(int instalment, Money amount) {}

    public static AllocationResource of(AllocationId id, AllocationTarget target, List<SettledPart> parts,
            LocalDate effectiveDate, @Nullable LocalDate reversedDate, @Nullable RuleApplied rule,
            @Nullable List<DiscountShare> discountShares) {
        boolean single = parts.size() == 1;
        boolean ofInstalment = single && target.invoiceId() != null;
        return new AllocationResource(id, target.invoiceId(), target.chargeId(),
                ofInstalment ? parts.getFirst().instalment() : null,
                SettledPart.amountOf(parts), SettledPart.discountOf(parts), effectiveDate, reversedDate,
                single ? null : parts.stream().map(part -> new Part(part.instalment(), part.amount())).toList(), rule,
                discountShares);
    }

    /** The same allocation, taken back at a date. */
    public AllocationResource reversedAt(LocalDate date) {
        return new AllocationResource(allocationId, invoiceId, chargeId, instalment, amount, discount, effectiveDate,
                date, parts, rule, discountShares);
    }
}
