package io.receivables.command.invoice;

import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;

/** Open principal as tests need it. */
public final class OpenPrincipals {

    private OpenPrincipals() {}

    public static OpenPrincipal of(String amount, LocalDate due) {
        return new OpenPrincipal(new Instalment(1, due, Money.of(amount, "EUR")), due.minusDays(30));
    }

    public static void reduce(OpenPrincipal principal, LocalDate date, Money amount) {
        principal.add(date, amount.negated());
    }

    public static List<OpenPrincipal> list(OpenPrincipal principal) {
        return List.of(principal);
    }
}
