package io.receivables.command.account;

import io.receivables.events.account.PromiseId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer promises.
 *
 * @param invoices what the customer speaks of; empty for the account as a whole
 * @param contact a reference to the call or letter; null where none is given
 * @param replaces the promise that it takes the place of; null for a first one
 */
public record PromiseClaim(PromiseId promiseId, Money amount, LocalDate promisedDate, List<InvoiceId> invoices,
        @Nullable String contact, @Nullable PromiseId replaces, LocalDate effectiveDate) {}
