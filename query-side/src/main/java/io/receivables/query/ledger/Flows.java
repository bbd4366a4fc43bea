package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What moved on each day up to a cut: from sums that are kept by day and kind, so that no answer reads all movements. */
public class Flows {

    /** Whole months of recording; what was recorded between the end of the nearest one and the cut is added or taken away. */
    private static final String OF_ENTITY = """
            select t.effective_date, t.document_type, t.kind, t.amount
              from ledger.kind_total t
             where t.legal_entity = :entity and t.currency = :currency and t.effective_date <= :asAt
               and t.recorded_month <= :recordedMonth %s
             union all
            select m.effective_date, m.document_type, m.kind, :factSign * m.amount
              from ledger.movement m
             where m.position > :factFrom and m.position <= :factTo and m.effective_date <= :asAt
               and m.legal_entity = :entity and m.currency = :currency and m.account_id is not null %s""";

    private static final String OF_ACCOUNT = """
            select m.effective_date, m.document_type, m.kind, m.amount
              from ledger.movement m
             where m.account_id = :account and m.currency = :currency and m.effective_date <= :asAt
               and m.position <= :known %s""";

    private final JdbcClient jdbc;
    private final MonthEnds monthEnds;

    Flows(JdbcClient jdbc, MonthEnds monthEnds) {
        this.jdbc = jdbc;
        this.monthEnds = monthEnds;
    }

    /** Day by day. */
    public List<Flow> of(BookCut cut) {
        return jdbc.sql("""
                select effective_date, document_type, kind, sum(amount) as amount
                  from (%s) f
                 group by effective_date, document_type, kind
                having sum(amount) <> 0
                 order by effective_date, document_type, kind"""
                .formatted(cut.accountId() == null
                        ? OF_ENTITY.formatted(cut.ofClass("t"), cut.ofClass("m"))
                        : OF_ACCOUNT.formatted(cut.ofClass("m"))))
                .params(cut.parameters())
                .params(monthEnds.nearest(cut.asOf()).parameters(cut.asOf()))
                .query(Flows::flow)
                .list();
    }

    private static Flow flow(ResultSet row, int number) throws SQLException {
        return new Flow(row.getObject(1, LocalDate.class), DocumentType.valueOf(row.getString(2)),
                MovementKind.valueOf(row.getString(3)), row.getBigDecimal(4));
    }
}
