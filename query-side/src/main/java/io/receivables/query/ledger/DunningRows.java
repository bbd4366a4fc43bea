package io.receivables.query.ledger;

import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterDeliveryFailed;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningLetterSentAgain;
import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What reminders add to the books: letters and the levels of their items. The fee is a late charge of its own. */
final class DunningRows {

    private DunningRows() {}

    static List<Row> of(DunningRunEvent event) {
        return switch (event) {
            case DunningRunBegun begun -> List.of(new Row.DunningRun(begun.runId().value(),
                    begun.legalEntity().value()));
            case DunningRunCompleted _ -> List.of();
        };
    }

    static List<Row> of(DunningLetterEvent event) {
        return switch (event) {
            case DunningLetterIssued issued -> issued(issued);
            case DunningLetterDelivered _,DunningLetterDeliveryFailed _,DunningLetterSentAgain _ -> List.of();
        };
    }

    private static List<Row> issued(DunningLetterIssued issued) {
        var id = issued.letterId().value();
        var account = issued.accountId().value();
        var rows = new ArrayList<Row>();
        rows.add(new Row.DunningLetter(id, issued.runId().value(), account, issued.legalEntity().value(),
                issued.level(), issued.amountDue(),
                issued.fee() == null ? Money.zero(issued.amountDue().currency()) : issued.fee()));
        issued.items()
                .forEach(item -> rows.add(new Row.DunningItem(id, account, item.invoiceId().value(), item.instalment(),
                        item.level())));
        return rows;
    }
}
