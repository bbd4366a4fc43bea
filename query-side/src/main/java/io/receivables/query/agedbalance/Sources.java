package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.Question.Source;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.Progress;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chooses where the rows are read; it decides how long that takes, never what comes out. */
@Component
class Sources {

    /** A movement after the cut is found one by one, one before it in the order of an index: so much dearer is it. */
    private static final long PRICE_OF_LATER = 4;

    private final JdbcClient jdbc;
    private final Progress progress;

    Sources(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    Source best(String entity, Currency currency, AsOf asOf) {
        long unknown = progress.now().position() - asOf.position();
        return jdbc.sql("""
                select coalesce(sum(movements), 0) as all,
                       coalesce(sum(movements) filter (where effective_date > :asAt), 0) as later
                  from ledger.movement_total
                 where legal_entity = :entity and currency = :currency""")
                .param("asAt", asOf.asAt())
                .param("entity", entity)
                .param("currency", currency.getCurrencyCode())
                .query((row, _) -> best(row.getLong("all"), row.getLong("later"), unknown))
                .single();
    }

    private static Source best(long all, long later, long unknown) {
        if (later == 0 && unknown == 0) {
            return Source.OPEN_ITEMS;
        }
        return (later + unknown) * PRICE_OF_LATER < all ? Source.OPEN_ITEMS_LESS_LATER : Source.MOVEMENTS;
    }
}
