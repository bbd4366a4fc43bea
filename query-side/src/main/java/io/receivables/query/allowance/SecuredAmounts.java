package io.receivables.query.allowance;

import io.receivables.query.ledger.BookCut;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is insured or secured of accounts at a cut: the latest that was reported of each, as for its exposure. */
@Component
class SecuredAmounts {

    private final JdbcClient jdbc;

    SecuredAmounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By account, in minor units. */
    Map<String, Long> of(BookCut cut) {
        var secured = new HashMap<String, Long>();
        jdbc.sql("""
                select distinct on (e.account_id) e.account_id, (e.data #>> '{exposure,secured,amount}')::numeric
                  from ledger.event_log e
                  join ledger.account a on a.account_id = e.account_id and a.currency = :currency
                 where e.type = 'ExposureReported' and e.legal_entity = :entity and e.effective_date <= :asAt
                   and e.position <= :known and e.data #>> '{exposure,secured,amount}' is not null
                 order by e.account_id, e.effective_date desc, e.position desc""")
                .params(cut.parameters())
                .query(row -> {
                    secured.put(row.getString(1), row.getBigDecimal(2)
                            .movePointRight(cut.currency().getDefaultFractionDigits())
                            .longValueExact());
                });
        return secured;
    }
}
