package io.receivables.command.invoice;

import io.receivables.events.money.Money;
import java.time.LocalDate;

/** A due date that a part of what is open shall have from now on. */
public record NewInstalment(LocalDate dueDate, Money amount) {}
