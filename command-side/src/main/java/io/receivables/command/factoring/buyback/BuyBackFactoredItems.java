package io.receivables.command.factoring.buyback;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The factor returns instalments.
 *
 * @param items null for all of which something is left
 */
record BuyBackFactoredItems(FactoringId factoringId, @Nullable List<ItemBody> items, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.FACTORING.streamId(factoringId);
    }
}
