package io.receivables.events.invoice;

import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;

/** A line of an invoice or credit note. {@code description} may name people. */
public record InvoiceLine(String description, Money netAmount, Percentage taxRate, Money taxAmount) {}
