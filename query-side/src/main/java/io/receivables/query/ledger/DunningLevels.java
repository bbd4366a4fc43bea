package io.receivables.query.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The levels at which accounts stand: the highest at which an instalment was reminded of that is still open. */
public class DunningLevels {

    private final JdbcClient jdbc;

    DunningLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Levels by account; one of which nothing that is open was reminded of is left out. */
    public Map<String, Integer> of(Collection<String> accountIds, AsOf asOf) {
        var levels = new HashMap<String, Integer>();
        if (accountIds.isEmpty()) {
            return levels;
        }
        jdbc.sql("""
                select d.account_id, max(d.level)
                  from ledger.dunning_item d
                 where d.account_id = any(:ids) and d.effective_date <= :asAt and d.position <= :known
                   and exists (select from ledger.movement m
                                where m.document_type = 'INVOICE' and m.document_id = d.invoice_id
                                  and m.instalment = d.instalment and m.effective_date <= :asAt
                                  and m.position <= :known
                               having sum(m.amount) > 0)
                 group by d.account_id""")
                .param("ids", accountIds.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    levels.put(row.getString(1), row.getInt(2));
                });
        return levels;
    }
}
