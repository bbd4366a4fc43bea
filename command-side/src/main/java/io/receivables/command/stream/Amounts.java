package io.receivables.command.stream;

import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Guards that every amount and date of a command passes. */
public final class Amounts {

    private Amounts() {}

    public static void requirePositive(Money amount, String pointer) {
        if (!amount.isPositive()) {
            throw refusal(ProblemCode.AMOUNT_NOT_POSITIVE, pointer, amount + " is not above zero");
        }
    }

    public static void requireCurrency(Currency currency, Money amount, String pointer) {
        if (!amount.currency().equals(currency)) {
            throw refusal(ProblemCode.CURRENCY_MISMATCH, pointer, amount + " is not in " + currency.getCurrencyCode());
        }
    }

    /** @param what whose date it is, for the refusal: "invoice INV-1" */
    public static void requireNotBefore(LocalDate date, LocalDate earliest, String what) {
        if (date.isBefore(earliest)) {
            throw new Refusal(ProblemCode.NOT_AVAILABLE_AT_DATE,
                    date + " is before " + what + "; first possible date: " + earliest);
        }
    }

    public static Refusal refusal(ProblemCode code, String pointer, String detail) {
        return new Refusal(code, detail, List.of(new Refusal.FieldError(pointer, code, detail)));
    }
}
