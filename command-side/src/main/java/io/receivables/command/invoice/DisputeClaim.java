package io.receivables.command.invoice;

import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer contests of an invoice.
 *
 * @param instalment null for any part of the invoice
 * @param owner null while nobody is named
 */
public record DisputeClaim(DisputeId disputeId, Money amount, @Nullable Integer instalment, DisputeCategory category,
        String reason, @Nullable String owner, LocalDate effectiveDate) {}
