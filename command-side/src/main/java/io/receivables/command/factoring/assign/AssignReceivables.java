package io.receivables.command.factoring.assign;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assigns instalments of an account to a factor, each with all that is open of it.
 *
 * @param derecognised whether they leave our books at once
 */
record AssignReceivables(AccountId accountId, FactoringId factoringId, FactorId factor, boolean recourse,
        boolean derecognised, List<ItemBody> items, @Nullable Percentage advancePercent,
        @Nullable Percentage guaranteeFundPercent, @Nullable Money commission,
        LocalDate effectiveDate) implements Command {

    @Override
    public Collection<String> streams() {
        return List.of(StreamType.FACTORING.streamId(factoringId));
    }
}
