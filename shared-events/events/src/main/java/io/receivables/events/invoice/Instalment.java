package io.receivables.events.invoice;

import io.receivables.events.money.Money;
import java.time.LocalDate;

/**
 * A part of an invoice with a due date of its own.
 *
 * @param no number from 1
 */
public record Instalment(int no, LocalDate dueDate, Money amount) {}
