package io.receivables.events.account;

import io.receivables.events.money.Money;
import java.time.LocalDate;

/** What is to be paid by a day under a payment plan. */
public record PlanRate(LocalDate dueDate, Money amount) {}
