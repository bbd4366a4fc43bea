package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.FactoredAmounts;
import io.receivables.query.ledger.Limitations;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is said of open items beside their amounts: until when they can be claimed in court, and what a factor may claim. */
@Component
class OpenItemMarks {

    private final AccountAccess access;
    private final Limitations limitations;
    private final FactoredAmounts factoredAmounts;

    OpenItemMarks(AccountAccess access, Limitations limitations, FactoredAmounts factoredAmounts) {
        this.access = access;
        this.limitations = limitations;
        this.factoredAmounts = factoredAmounts;
    }

    List<OpenItem> of(AccountId id, List<OpenItem> items, AsOf asOf) {
        var header = access.require(id.value());
        var currency = Currency.getInstance(header.currency());
        var invoices = items.stream().map(OpenItem::invoiceId).filter(Objects::nonNull).distinct().toList();
        var lastDays = limitations.ofInstalments(new LegalEntityId(header.legalEntity()), invoices, asOf);
        var factored = new HashMap<String, Money>();
        factoredAmounts.ofAccounts(List.of(id.value()), null, asOf)
                .forEach(it -> factored.put(Limitations.key(it.invoiceId(), it.instalment()),
                        Money.ofMinorUnits(it.amount(), currency)));
        return items.stream().map(item -> {
            if (item.invoiceId() == null || item.instalment() == null) {
                return item;
            }
            var key = Limitations.key(item.invoiceId(), item.instalment());
            var claimed = factored.get(key);
            // In hindsight less may be open than was decided.
            return item.with(lastDays.get(key), claimed == null ? null : claimed.min(item.amountDue()));
        }).toList();
    }
}
