package io.receivables.command.collection.agency;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands claims to a collection agency.
 *
 * @param items null for all invoices that are overdue and that no factor or agency has
 */
record PlaceWithAgency(AccountId accountId, AgencyPlacementId placementId, String agency,
        @Nullable List<ItemBody> items,
        @Nullable Percentage feePercent, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
