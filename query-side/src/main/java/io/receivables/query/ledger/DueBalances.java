package io.receivables.query.ledger;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was open by due date: from sums of whole months, and the movements of the month of the cut. */
public class DueBalances {

    private static final String OF_ENTITY = """
            select t.effective_month as month, t.aged_from as due, t.amount
              from ledger.month_total t
             where t.legal_entity = :entity and t.currency = :currency and t.basis = 'DUE_DATE'
               and t.effective_month < :wholeMonthsBefore and t.recorded_month <= :recordedMonth %1$s
             union all
            select date_trunc('month', m.effective_date::timestamp)::date, m.due_date, :factSign * m.amount
              from ledger.movement m
             where m.position > :factFrom and m.position <= :factTo and m.effective_date < :wholeMonthsBefore
               and m.legal_entity = :entity and m.currency = :currency and m.account_id is not null %2$s
             union all
            select :wholeMonthsBefore::date, m.due_date, m.amount
              from ledger.movement m
             where m.effective_date >= :wholeMonthsBefore and m.effective_date <= :asAt and m.position <= :known
               and m.legal_entity = :entity and m.currency = :currency and m.account_id is not null %2$s""";

    private static final String OF_ACCOUNT = """
            select date_trunc('month', m.effective_date::timestamp)::date as month, m.due_date as due, m.amount
              from ledger.movement m
             where m.account_id = :account and m.currency = :currency and m.effective_date <= :asAt
               and m.position <= :known %s""";

    private final JdbcClient jdbc;
    private final MonthEnds monthEnds;

    DueBalances(JdbcClient jdbc, MonthEnds monthEnds) {
        this.jdbc = jdbc;
        this.monthEnds = monthEnds;
    }

    public OpenByDueDate of(BookCut cut) {
        var asAt = cut.asOf().asAt();
        var moved = jdbc.sql("select month, due, sum(amount) as amount from (%s) m group by month, due"
                .formatted(cut.accountId() == null
                        ? OF_ENTITY.formatted(cut.ofClass("t"), cut.ofClass("m"))
                        : OF_ACCOUNT.formatted(cut.ofClass("m"))))
                .params(cut.parameters())
                .params(monthEnds.nearest(cut.asOf()).parameters(cut.asOf()))
                .param("wholeMonthsBefore", asAt.plusDays(1).withDayOfMonth(1))
                .query((row, _) -> new OpenByDueDate.Moved(row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class), row.getBigDecimal(3)))
                .list();
        return new OpenByDueDate(asAt, moved);
    }
}
