package io.receivables.events.account;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/**
 * An instalment of an invoice that a payment plan covers.
 *
 * @param dueDate what the contract says; the plan does not change it
 * @param amount what was open of it when the plan was proposed
 */
public record PlanItem(InvoiceId invoiceId, int instalment, LocalDate dueDate, Money amount) {}
