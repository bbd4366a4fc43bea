package io.receivables.query.audit.explain;

import io.receivables.events.money.Money;
import io.receivables.query.audit.EventLine;
import io.receivables.query.audit.explain.Explanation.Line;
import io.receivables.query.audit.explain.Figure.Bucket;
import io.receivables.query.audit.explain.Figure.Marked;
import io.receivables.query.audit.explain.Figure.OfMovements;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.hindsight.EarlierMovements;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the movements that a figure is the sum of, each with its fact. */
@Component
class ReadLines {

    private static final String COLUMNS = """
            position, ordinal, account_id, document_type, document_id, instalment, document_date, due_date, kind,
            reference, amount""";

    private static final String CUT = " effective_date <= :asAt and position <= :known ";

    private static final String LINES = """
            select m.*, e.effective_date as dated, e.recorded_at, e.type, e.command_id, e.who, e.why,
                   %s as policy_version, e.data ->> 'bankEntryId' as bank_entry_id
              from (%s) m
             cross join lateral (select * from ledger.event_log e where e.position = m.position limit 1) e
             order by m.position, m.ordinal""";

    private final JdbcClient jdbc;

    ReadLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where and in which buckets a figure is looked for.
     *
     * @param byDueDate else from the date of the document
     */
    record Place(String account, Currency currency, boolean byDueDate, List<Integer> edges, AsOf asOf,
            EarlierMovements earlier) {}

    List<Line> of(Figure figure, Place place) {
        return switch (figure) {
            case OfMovements sum -> moved(sum.condition().formatted(age(place)), sum == OfMovements.UNAPPLIED, place);
            case Bucket(int index) -> moved(inBucket(index, place), false, place);
            case Marked.FACTORED -> factored(place);
            case Marked marked -> marked(marked, place);
        };
    }

    /** Of one invoice, whatever is settled of it. */
    List<Line> ofInvoice(String invoice, Currency currency, AsOf asOf) {
        return read("select " + COLUMNS + " from ledger.movement where document_type = 'INVOICE'"
                + " and document_id = :whose and" + CUT, invoice, currency, asOf, EarlierMovements.NONE, "");
    }

    /** One page of all that an input of a key figure is the sum of, and one line more if there is more. */
    List<Line> of(KpiInput input, BookCut cut, LocalDate from, long afterPosition, long afterOrdinal, int size) {
        return jdbc.sql(LINES.formatted(EventLine.POLICY_VERSION, """
                select m.position, m.ordinal, m.account_id, m.document_type, m.document_id, m.instalment,
                       m.document_date, m.due_date, m.kind, m.reference, %s as amount
                  from ledger.movement m
                 where %s and (m.position, m.ordinal) > (:afterPosition, :afterOrdinal)
                 order by m.position, m.ordinal
                 limit :limit""".formatted(input.amount(), input.condition(cut))))
                .params(cut.parameters())
                .param("from", from)
                .param("afterPosition", afterPosition)
                .param("afterOrdinal", afterOrdinal)
                .param("limit", size + 1)
                .query((row, _) -> line(row, cut.currency()))
                .list();
    }

    /** What all pages come to, in minor units. */
    BigDecimal total(KpiInput input, BookCut cut, LocalDate from) {
        return jdbc.sql("select coalesce(sum(%s), 0) from ledger.movement m where %s".formatted(input.amount(),
                input.condition(cut)))
                .params(cut.parameters())
                .param("from", from)
                .query(BigDecimal.class)
                .single();
    }

    private static String age(Place place) {
        return place.byDueDate()
                ? "(:asAt::date - m.due_date)"
                : "case when m.due_date is not null then :asAt::date - m.document_date end";
    }

    private static String inBucket(int index, Place place) {
        int first = index == 0 ? 1 : place.edges().get(index - 1) + 1;
        var last = index == place.edges().size() ? "" : " and " + age(place) + " <= " + place.edges().get(index);
        return age(place) + " >= " + first + last;
    }

    private List<Line> moved(String condition, boolean negated, Place place) {
        var all = "select " + COLUMNS + " from ledger.movement where account_id = :whose and" + CUT
                + (place.earlier().isEmpty()
                        ? ""
                        : " union all select position, 1000, account_id, document_type, document_id, instalment,"
                                + " document_date, due_date, kind, null, amount from "
                                + EarlierMovements.ROWS.formatted("h"));
        return read("""
                select m.position, m.ordinal, m.account_id, m.document_type, m.document_id, m.instalment,
                       m.document_date, m.due_date, m.kind, m.reference, %s m.amount as amount
                  from (select *, sum(amount) over (partition by document_type, document_id, instalment) as open
                          from (%s) moved) m
                 where m.open <> 0 and %s""".formatted(negated ? "-" : "", all, condition), place.account(),
                place.currency(), place.asOf(), place.earlier(), "");
    }

    /** Where less is open than was marked, the figure is what is open, and so are its parts. */
    private List<Line> marked(Marked mark, Place place) {
        return read("""
                with marked as (
                    select document_id, sum(amount) as amount
                      from ledger.memo
                     where account_id = :whose and kind = :mark and effective_date <= :asAt and position <= :known
                     group by document_id
                ), held as (
                    select k.document_id, k.amount as marked, coalesce((
                           select sum(o.amount) from ledger.movement o
                            where o.document_type = 'INVOICE' and o.document_id = k.document_id
                              and o.effective_date <= :asAt and o.position <= :known), 0) + coalesce((
                           select sum(e.amount) from %1$s
                            where e.document_type = 'INVOICE' and e.document_id = k.document_id), 0) as open
                      from marked k
                     where k.amount > 0
                )
                select d.position, d.ordinal, d.account_id, d.document_type, d.document_id, 0 as instalment,
                       null::date as document_date, null::date as due_date, d.kind, d.reference, d.amount
                  from ledger.memo d join held using (document_id)
                 where d.account_id = :whose and d.kind = :mark and held.marked <= held.open
                   and d.effective_date <= :asAt and d.position <= :known
                 union all
                select m.position, m.ordinal, m.account_id, m.document_type, m.document_id, m.instalment,
                       m.document_date, m.due_date, m.kind, m.reference, m.amount
                  from ledger.movement m join held using (document_id)
                 where m.document_type = 'INVOICE' and held.marked > held.open and held.open > 0
                   and m.effective_date <= :asAt and m.position <= :known
                 union all
                select e.position, 1000, e.account_id, e.document_type, e.document_id, e.instalment, e.document_date,
                       e.due_date, e.kind, null, e.amount
                  from %1$s join held using (document_id)
                 where e.document_type = 'INVOICE' and held.marked > held.open and held.open > 0"""
                .formatted(EarlierMovements.ROWS.formatted("e")), place.account(), place.currency(), place.asOf(),
                place.earlier(), mark.name());
    }

    /** Instalment by instalment; where less is open than the factor may claim, the figure is what is open. */
    private List<Line> factored(Place place) {
        return read("""
                with assigned as (
                    select document_id, instalment, sum(amount) as amount
                      from ledger.factoring_entry
                     where account_id = :whose and derecognised = 0 and document_id is not null
                       and effective_date <= :asAt and position <= :known
                     group by document_id, instalment
                ), held as (
                    select k.document_id, k.instalment, k.amount as claimed, coalesce((
                           select sum(o.amount) from ledger.movement o
                            where o.document_type = 'INVOICE' and o.document_id = k.document_id
                              and o.instalment = k.instalment
                              and o.effective_date <= :asAt and o.position <= :known), 0) + coalesce((
                           select sum(e.amount) from %1$s
                            where e.document_type = 'INVOICE' and e.document_id = k.document_id
                              and e.instalment = k.instalment), 0) as open
                      from assigned k
                     where k.amount > 0
                )
                select f.position, f.ordinal, f.account_id, 'INVOICE' as document_type, f.document_id, f.instalment,
                       null::date as document_date, null::date as due_date, f.kind, f.factoring_id as reference,
                       f.amount
                  from ledger.factoring_entry f join held using (document_id, instalment)
                 where f.account_id = :whose and f.derecognised = 0 and held.claimed <= held.open
                   and f.effective_date <= :asAt and f.position <= :known
                 union all
                select m.position, m.ordinal, m.account_id, m.document_type, m.document_id, m.instalment,
                       m.document_date, m.due_date, m.kind, m.reference, m.amount
                  from ledger.movement m join held using (document_id, instalment)
                 where m.document_type = 'INVOICE' and held.claimed > held.open and held.open > 0
                   and m.effective_date <= :asAt and m.position <= :known
                 union all
                select e.position, 1000, e.account_id, e.document_type, e.document_id, e.instalment, e.document_date,
                       e.due_date, e.kind, null, e.amount
                  from %1$s join held using (document_id, instalment)
                 where e.document_type = 'INVOICE' and held.claimed > held.open and held.open > 0"""
                .formatted(EarlierMovements.ROWS.formatted("e")), place.account(), place.currency(), place.asOf(),
                place.earlier(), "");
    }

    private List<Line> read(String movements, String whose, Currency currency, AsOf asOf, EarlierMovements earlier,
            String mark) {
        return jdbc.sql(LINES.formatted(EventLine.POLICY_VERSION, movements))
                .param("whose", whose)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("earlier", earlier.json())
                .param("mark", mark)
                .query((row, _) -> line(row, currency))
                .list();
    }

    private static Line line(ResultSet row, Currency currency) throws SQLException {
        return new Line(row.getLong("position"), row.getInt("ordinal"), row.getString("kind"),
                Money.ofMinorUnits(row.getLong("amount"), currency), row.getObject("dated", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("type"),
                row.getString("document_type"), row.getString("document_id"), row.getInt("instalment"),
                row.getObject("due_date", LocalDate.class), row.getString("reference"), row.getString("command_id"),
                row.getString("who"), row.getString("why"), policyVersion(row), row.getString("bank_entry_id"));
    }

    private static @Nullable Integer policyVersion(ResultSet row) throws SQLException {
        return row.getObject("policy_version", Integer.class);
    }
}
