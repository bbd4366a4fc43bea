package io.receivables.events.dunning;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/**
 * An instalment that a letter reminds of.
 *
 * @param daysPastDue from its own due date to the date of the letter
 * @param level that it came to with this letter, or was at before
 * @param amount what is open of it, less what may not be reminded of
 */
public record DunnedItem(InvoiceId invoiceId, int instalment, LocalDate dueDate, long daysPastDue, int level,
        Money amount) {}
