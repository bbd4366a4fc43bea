package io.receivables.events.invoice;

import io.receivables.events.account.TaxMode;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/** What the customer may keep when the whole invoice is paid by {@code until}, inclusive. */
public record EarlyPaymentDiscount(Money amount, LocalDate until, TaxMode taxMode) {}
