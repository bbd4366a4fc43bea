package io.receivables.query.ledger;

import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import io.receivables.query.ledger.MultiRowInsert.Columns;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a change of class moves: each amount of the invoice leaves the old class and enters the new one, on the later of the
 * two dates, once both are known. Movements keep the class of their item, so that a payment that is dated before the change
 * and recorded after it counts in the right class at every date, as known at every position.
 */
final class Reclassified {

    /**
     * Pairs of an amount and a change. What was open before the change is reclassified by it; what moves later moves in the
     * new class, for the reason for which it moves, so that a payment of then is one of the new class. Their numbers begin
     * beyond those of the rows that facts have themselves; of one fact they come in an order that a second reading finds
     * again.
     */
    private static final String PAIRS = """
            insert into ledger.movement (position, ordinal, account_id, legal_entity, currency, document_type,
                   document_id, instalment, document_date, due_date, receivable_class, kind, reference, amount,
                   effective_date, accounting_date, recorded_at, paid_date)
            select p.position, 1000000 + row_number() over (partition by p.position
                       order by p.document_id, p.instalment, p.effective_date, p.accounting_date, p.changed, p.kind,
                       p.paid_date, s.side),
                   p.account_id, p.legal_entity, p.currency, p.document_type, p.document_id, p.instalment,
                   p.document_date, p.due_date, case s.side when 0 then p.from_class else p.to_class end, p.kind, null,
                   case s.side when 0 then -p.amount else p.amount end, p.effective_date, p.accounting_date,
                   p.recorded_at, p.paid_date
              from (select a.position, a.account_id, a.legal_entity, a.currency, a.document_type, a.document_id,
                           a.instalment, a.document_date, a.due_date, a.from_class, a.to_class, a.changed, a.kind,
                           a.effective_date, a.accounting_date, a.recorded_at, a.paid_date,
                           sum(a.amount)::bigint as amount
                      from (select greatest(m.position, r.position) as position, m.account_id, m.legal_entity,
                                   m.currency, m.document_type, m.document_id, m.instalment, m.document_date,
                                   m.due_date, r.from_class, r.to_class, r.position as changed,
                                   case when m.effective_date < r.effective_date then 'RECLASSIFIED'
                                        else m.kind end as kind,
                                   greatest(m.effective_date, r.effective_date) as effective_date,
                                   greatest(m.accounting_date, r.accounting_date) as accounting_date,
                                   greatest(m.recorded_at, r.recorded_at) as recorded_at,
                                   case when m.effective_date >= r.effective_date then m.paid_date end as paid_date,
                                   m.amount
                              from %s
                              join ledger.movement m on m.document_type = 'INVOICE' and m.document_id = r.invoice_id
                             where m.ordinal < 1000000 %s) a
                     group by a.position, a.account_id, a.legal_entity, a.currency, a.document_type, a.document_id,
                           a.instalment, a.document_date, a.due_date, a.from_class, a.to_class, a.changed, a.kind,
                           a.effective_date, a.accounting_date, a.recorded_at, a.paid_date
                    having sum(a.amount) <> 0) p
             cross join (values (0), (1)) s (side)""";

    private static final MultiRowInsert<Touched> OF_BATCH = new Columns<Touched>()
            .bigint(Touched::position)
            .text(Touched::invoiceId)
            .into(RollUps.with(PAIRS.formatted("""
                    %s as b (position, invoice_id)
                      join ledger.reclassification r on r.invoice_id = b.invoice_id and r.position <= b.position""",
                    "and greatest(m.position, r.position) = b.position")
                    + " on conflict (position, ordinal) do nothing returning *"));

    private Reclassified() {}

    /** An invoice that a fact moves or changes. */
    private record Touched(long position, String invoiceId) {}

    /** Adds what the facts of a batch move, whose own movements and changes are written already. */
    static void insert(JdbcTemplate jdbc, SchemaName schema, List<PlacedRow<Row>> rows) {
        var touched = rows.stream().flatMap(Reclassified::touched).distinct().toList();
        if (!touched.isEmpty() && anyChanged(jdbc, schema, touched)) {
            OF_BATCH.run(jdbc, schema, touched);
        }
    }

    /** The statement that adds all of them to movements that have none yet. */
    static String insertAll() {
        return PAIRS.formatted("ledger.reclassification r", "");
    }

    private static boolean anyChanged(JdbcTemplate jdbc, SchemaName schema, List<Touched> touched) {
        var ids = touched.stream().map(Touched::invoiceId).distinct().toArray(String[]::new);
        return Objects.requireNonNull(jdbc.queryForObject(
                schema.in("select exists (select from ledger.reclassification where invoice_id = any (?))"),
                Boolean.class, (Object) ids));
    }

    private static Stream<Touched> touched(PlacedRow<Row> placed) {
        return switch (placed.row()) {
            case Row.Movement it when it.type() == DocumentType.INVOICE ->
                Stream.of(new Touched(placed.position(), it.id()));
            case Row.Reclassification it -> Stream.of(new Touched(placed.position(), it.invoiceId()));
            default -> Stream.of();
        };
    }
}
