package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is open, claim by claim, at a cut. */
public class OpenClaims {

    private static final String OPEN_ITEMS = "ledger.open_item m where true";
    private static final String MOVEMENTS = "ledger.movement m where m.effective_date <= :asAt and m.position <= :known";
    private static final String OPEN_ITEMS_LESS_LATER = """
            (select document_type, document_id, instalment, account_id, legal_entity, currency, due_date,
                    receivable_class, amount
               from ledger.open_item
              union all
             select document_type, document_id, instalment, account_id, legal_entity, currency, due_date,
                    receivable_class, -amount
               from ledger.movement
              where legal_entity = :entity and currency = :currency and effective_date > :asAt
              union all
             select document_type, document_id, instalment, account_id, legal_entity, currency, due_date,
                    receivable_class, -amount
               from ledger.movement
              where position > :known and effective_date <= :asAt) m where true""";

    private static final String GROUPED = """
             group by m.document_type, m.document_id, m.instalment, m.account_id, m.due_date, m.receivable_class
            having sum(m.amount) <> 0""";

    /** A movement after the cut is found one by one, one before it in a scan: so much dearer is it. */
    private static final long PRICE_OF_LATER = 4;

    private final JdbcClient jdbc;
    private final Progress progress;

    OpenClaims(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /** By account, the oldest first, with the totals of their documents. */
    public List<OpenClaim> of(BookCut cut) {
        return read(cut, """
                select o.*, d.total, d.net_total from (%s) o
                  join ledger.document d on d.document_type = o.document_type and d.document_id = o.document_id""");
    }

    /** By account, the oldest first, without any totals: there are many more documents than open ones. */
    public List<OpenClaim> amountsOf(BookCut cut) {
        return read(cut, "select o.*, 0 as total, null::bigint as net_total from (%s) o");
    }

    private List<OpenClaim> read(BookCut cut, String withTotals) {
        var source = source(cut);
        boolean asItStands = source.equals(OPEN_ITEMS);
        var claims = """
                select m.document_type, m.document_id, m.instalment, m.account_id, m.due_date, m.receivable_class,
                       %s as open
                  from %s and m.legal_entity = :entity and m.currency = :currency
                   and m.account_id is not null and m.due_date is not null
                   and (:account::text is null or m.account_id = :account) %s%s"""
                .formatted(asItStands ? "m.amount" : "sum(m.amount)::bigint", source, cut.ofClass("m"),
                        asItStands ? "" : GROUPED);
        return jdbc.sql(withTotals.formatted(claims)
                + " order by o.account_id, o.due_date, o.document_type, o.document_id, o.instalment")
                .params(cut.parameters())
                .query(OpenClaims::claim)
                .list();
    }

    /** Where open amounts are read: it decides how long that takes, never what comes out. */
    private String source(BookCut cut) {
        if (progress.nothingMovedAfter(cut.asOf())) {
            return OPEN_ITEMS;
        }
        long unknown = progress.now().position() - cut.asOf().position();
        return jdbc.sql("""
                select (coalesce(sum(movements) filter (where effective_date > :asAt), 0) + :unknown) * :price
                       < coalesce(sum(movements), 0)
                  from ledger.movement_total
                 where legal_entity = :entity and currency = :currency""")
                .params(cut.parameters())
                .param("unknown", unknown)
                .param("price", PRICE_OF_LATER)
                .query(Boolean.class)
                .single() ? OPEN_ITEMS_LESS_LATER : MOVEMENTS;
    }

    /** What is marked as doubtful, by invoice, in minor units: it may be more than what is open. */
    public Map<String, Long> markedDoubtful(BookCut cut) {
        return marked(Row.MemoKind.DOUBTFUL, cut);
    }

    /** What is contested, by invoice, in minor units: it may be more than what is open. */
    public Map<String, Long> markedDisputed(BookCut cut) {
        return marked(Row.MemoKind.DISPUTED, cut);
    }

    private Map<String, Long> marked(Row.MemoKind kind, BookCut cut) {
        var marked = new HashMap<String, Long>();
        jdbc.sql("""
                select d.document_id, sum(d.amount)::bigint
                  from ledger.memo d
                 where d.kind = '%s' and d.legal_entity = :entity and d.currency = :currency
                   and d.effective_date <= :asAt and d.position <= :known
                 group by d.document_id
                having sum(d.amount) > 0""".formatted(kind))
                .params(cut.parameters())
                .query(row -> {
                    marked.put(row.getString(1), row.getLong(2));
                });
        return marked;
    }

    private static OpenClaim claim(ResultSet row, int number) throws SQLException {
        long net = row.getLong("net_total");
        boolean netIsKnown = !row.wasNull();
        return new OpenClaim(DocumentType.valueOf(row.getString("document_type")), row.getString("document_id"),
                row.getInt("instalment"), row.getString("account_id"),
                ReceivableClass.valueOf(row.getString("receivable_class")), row.getObject("due_date", LocalDate.class),
                row.getLong("open"), row.getLong("total"), netIsKnown ? net : null);
    }
}
