package io.receivables.command.period.close;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.openitem.ReadBooks;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.period.SeenBalances;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClosePeriodApi {

    /** A balance may be in the customers' favour. */
    private static final Pattern BALANCE = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?");

    private final Commands commands;
    private final ReadBooks books;

    ClosePeriodApi(Commands commands, ReadBooks books) {
        this.commands = commands;
        this.books = books;
    }

    record Body(String reason, @Nullable Seen seen) {}

    /** What the signer saw: the position of the aged balance at the end of the month, and its balance in each currency. */
    record Seen(Long asKnown, List<Balance> balances) {

        SeenBalances toValue() {
            return new SeenBalances(asKnown,
                    IntStream.range(0, balances.size()).mapToObj(no -> balances.get(no).toMoney(no)).toList());
        }
    }

    record Balance(Currency currency, String balance) {

        Money toMoney(int no) {
            int scale = currency.getDefaultFractionDigits();
            if (!BALANCE.matcher(balance).matches() || new BigDecimal(balance).stripTrailingZeros().scale() > scale) {
                throw Amounts.refusal(ProblemCode.AMOUNT_INVALID, "/seen/balances/" + no + "/balance",
                        "a decimal with at most " + scale + " decimals is expected, not " + balance);
            }
            return Money.of(balance, currency.getCurrencyCode());
        }
    }

    /** The history is read here, beside the commands that go on, and only what is recorded meanwhile while they wait. */
    @PostMapping("/v1/periods/{legalEntity}/{period}/close")
    ResponseEntity<byte[]> close(@PathVariable LegalEntityId legalEntity, @PathVariable YearMonth period,
            @RequestBody Body body, CommandContext context) {
        if (!context.actor().maySee(legalEntity)) {
            throw StreamType.LEGAL_ENTITY.notFound(legalEntity.value());
        }
        return commands.send(new ClosePeriod(legalEntity, period, body.reason(),
                body.seen() == null ? null : body.seen().toValue(),
                books.at(legalEntity, period.atEndOfMonth())), context);
    }
}
