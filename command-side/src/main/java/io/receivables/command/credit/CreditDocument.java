package io.receivables.command.credit;

import io.receivables.command.stream.EventStream;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment or credit note: its money settles invoices and late charges, or is given back. */
public interface CreditDocument extends EventStream {

    CreditSource source();

    /** The account that the money belongs to; refused when it can no longer, or not yet, be spent. */
    AccountId account();

    /** The date on the document, from which on the customer may claim its money. */
    LocalDate documentDate();

    /** From when on the money is there. */
    LocalDate availableFrom();

    /** The day on which its money counts for a discount window; null where it earns none. */
    @Nullable
    LocalDate valueDate();

    Credit credit();

    Refunds refunds();

    CreditWriteOffs creditWriteOffs();

    void allocate(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate);

    void reverseAllocation(AllocationId id, String reason, LocalDate effectiveDate);

    void requestRefund(RefundClaim claim);

    void writeOff(CreditWriteOffClaim claim);
}
