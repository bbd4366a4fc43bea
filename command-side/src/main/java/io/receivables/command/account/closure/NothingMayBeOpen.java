package io.receivables.command.account.closure;

import io.receivables.command.account.AccountRow;
import io.receivables.command.openitem.OpenItem;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An account is closed when nothing is open on it in either direction; a zero balance of open items is not enough. */
final class NothingMayBeOpen {

    private static final int NAMED = 10;

    private NothingMayBeOpen() {}

    static void check(AccountRow account, List<OpenItem> items) {
        if (items.isEmpty()) {
            return;
        }
        var balance = items.stream()
                .map(item -> item.key().kind().isOwed() ? item.amount() : item.amount().negated())
                .reduce(Money.zero(account.currency()), Money::plus);
        throw new Refusal(ProblemCode.ACCOUNT_NOT_SETTLED, "account " + account.accountId() + " has a balance of "
                + balance + " in " + items.size() + " items: "
                + items.stream().limit(NAMED).map(NothingMayBeOpen::inWords).collect(Collectors.joining(", "))
                + (items.size() > NAMED ? ", …" : ""));
    }

    private static String inWords(OpenItem item) {
        var kind = item.key().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return kind + " " + item.key().documentId()
                + (item.key().instalment() == 0 ? "" : "/" + item.key().instalment()) + " of " + item.amount();
    }
}
