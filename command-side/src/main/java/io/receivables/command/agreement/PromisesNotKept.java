package io.receivables.command.agreement;

import io.receivables.command.account.AccountRow;
import io.receivables.command.creditcheck.BrokenPromises;
import io.receivables.command.openitem.OpenItems;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** For holds: whether the customer did not keep the word given last, and still owes what it was about. */
@Component
class PromisesNotKept implements BrokenPromises {

    private final Agreements agreements;
    private final OpenItems items;

    PromisesNotKept(Agreements agreements, OpenItems items) {
        this.agreements = agreements;
        this.items = items;
    }

    @Override
    public boolean any(AccountRow account, LocalDate today) {
        var agreed = agreements.of(account, today);
        return agreed.hasBrokenItsWord() && agreed.hasBrokenItsWordOf(items.of(account));
    }
}
