package io.receivables.command.account.paymentplan;

import io.receivables.events.invoice.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * What a plan shall cover: an instalment, or every open one of an invoice. Public for the reading of requests.
 *
 * @param instalment number from 1; null for every open one
 */
public record PlanItemBody(InvoiceId invoiceId, @Nullable Integer instalment) {}
