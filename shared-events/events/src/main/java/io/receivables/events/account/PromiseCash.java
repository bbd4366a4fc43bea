package io.receivables.events.account;

import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;

/**
 * Money that counts for a promise.
 *
 * @param date the day it came: its value date, else the day of receipt
 * @param amount the part that no promise with an earlier day has used
 */
public record PromiseCash(PaymentId paymentId, LocalDate date, Money amount) {}
