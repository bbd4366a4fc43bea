package io.receivables.command.invoice;

import io.receivables.command.stream.EventStream;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is owed and can be settled with money: an invoice, or a late charge. */
public interface Receivable extends EventStream {

    /** The invoice that is late, or may be; empty for what is on the whole account. */
    Optional<InvoiceId> invoice();

    AccountId accountId();

    /** Whether money of a day changes what the invoice owes for being late, or may owe. */
    boolean isLateFor(LocalDate moneyDate);

    /** From when on it is owed. */
    LocalDate owedFrom();

    /** How an amount would settle it, and with how much discount. Refuses what is not open. */
    List<SettledPart> plan(SettlementClaim claim);

    /** Takes note of an allocation that the payment or credit note has decided. */
    void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate);

    /** Takes note that the payment or credit note took an allocation back. */
    void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate);
}
