package io.receivables.command.period.close;

import io.receivables.command.openitem.BooksSoFar;
import io.receivables.events.money.Money;
import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.SeenBalances;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who signs by the figures on a screen signs nothing else: what has moved since is looked at first. */
final class SignerMustHaveSeenTheBooks {

    private SignerMustHaveSeenTheBooks() {}

    /** @throws Refusal AS_KNOWN_IN_FUTURE, PERIOD_BALANCE_MOVED */
    static void check(@Nullable SeenBalances seen, BooksSoFar books) {
        if (seen == null) {
            return;
        }
        if (seen.asKnown() > books.position()) {
            throw new Refusal(ProblemCode.AS_KNOWN_IN_FUTURE,
                    "seen at position " + seen.asKnown() + ", which is after the newest, " + books.position());
        }
        var before = byCurrency(seen.balances());
        var now = byCurrency(books.totals().stream().map(ControlTotal::balance).toList());
        var currencies = new TreeSet<String>();
        Stream.of(before, now).flatMap(it -> it.keySet().stream()).forEach(it -> currencies.add(it.getCurrencyCode()));
        for (var code : currencies) {
            var currency = Currency.getInstance(code);
            var zero = Money.zero(currency);
            if (!before.getOrDefault(currency, zero).equals(now.getOrDefault(currency, zero))) {
                throw new Refusal(ProblemCode.PERIOD_BALANCE_MOVED, "the balance at the end of the month was "
                        + before.getOrDefault(currency, zero) + " at position " + seen.asKnown() + " and is "
                        + now.getOrDefault(currency, zero) + " now");
            }
        }
    }

    private static Map<Currency, Money> byCurrency(List<Money> balances) {
        return balances.stream().collect(Collectors.toMap(Money::currency, Function.identity(), Money::plus));
    }
}
