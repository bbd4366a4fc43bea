package io.receivables.query.allowance;

import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.DueBalances;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how balances went from bucket to bucket, from sums of whole months. */
@Component
class ReadLossHistory {

    private final JdbcClient jdbc;
    private final DueBalances dueBalances;

    ReadLossHistory(JdbcClient jdbc, DueBalances dueBalances) {
        this.jdbc = jdbc;
        this.dueBalances = dueBalances;
    }

    LossHistory of(BookCut cut, int months, Bands bands) {
        var losses = jdbc.sql("""
                select m.effective_date, m.due_date, sum(m.amount)
                  from ledger.movement m
                 where m.kind = 'WRITE_OFF' and m.legal_entity = :entity and m.currency = :currency
                   and m.due_date is not null and m.effective_date <= :asAt and m.position <= :known
                   and (:class::text is null or m.receivable_class = :class)
                 group by m.effective_date, m.due_date""")
                .params(cut.parameters())
                .query((row, _) -> new LossHistory.Loss(row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class), row.getBigDecimal(3).negate()))
                .list();
        return LossHistory.of(dueBalances.of(cut), cut.asOf().asAt(), months, bands, losses);
    }
}
