package io.receivables.command.collection.agency;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes claims back from the agency.
 *
 * @param items null for all that it still has
 */
record RecallFromAgency(AccountId accountId, AgencyPlacementId placementId, @Nullable List<ItemBody> items,
        String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
