package io.receivables.query.ledger;

import io.receivables.query.ledger.Row.MemoKind;
import io.receivables.query.ledger.hindsight.EarlierMovements;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the invoices customers contest; see {@link MarkedAmounts}. */
public class DisputedAmounts {

    private final MarkedAmounts marked;

    DisputedAmounts(JdbcClient jdbc) {
        this.marked = new MarkedAmounts(jdbc, MemoKind.DISPUTED);
    }

    /** Of a part of the books in a view: of each invoice never more than is open of it with what the view moves. */
    public List<MarkedAmount> of(BookCut cut, EarlierMovements earlier) {
        return marked.of(cut, earlier);
    }

    /** @param receivableClass null for all */
    public List<MarkedAmount> ofEntity(String entity, Currency currency, @Nullable String receivableClass, AsOf asOf) {
        return marked.ofEntity(entity, currency, receivableClass, asOf);
    }

    /** @param receivableClass null for all */
    public List<MarkedAmount> ofAccounts(Collection<String> accounts, @Nullable String receivableClass, AsOf asOf) {
        return marked.ofAccounts(accounts, receivableClass, asOf);
    }
}
