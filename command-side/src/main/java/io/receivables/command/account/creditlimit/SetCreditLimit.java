package io.receivables.command.account.creditlimit;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Lets so much count against an account.
 *
 * @param limit null: without limit
 * @param validFrom null: from today on
 */
record SetCreditLimit(AccountId accountId, CreditLimitId creditLimitId, @Nullable Money limit,
        @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String reason) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
