package io.receivables.query.edge;

import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists documents, newest first. */
@Component
public class DocumentSearch {

    /** A condition: something of the payment or credit note can still be allocated; what is set aside cannot. */
    public static final String UNALLOCATED = """
            -s.open > (select coalesce(sum(r.amount), 0) from ledger.memo r
                        where r.document_type = d.document_type and r.document_id = d.document_id
                          and r.kind in ('REFUND_PENDING', 'CREDIT_WRITE_OFF_PENDING')
                          and r.effective_date <= :asAt and r.position <= :known)""";

    /**
     * One document after the other in the order of an index, until the page is full; conditions that are not asked for
     * are left out, so that they cannot keep the database from that order.
     */
    private static final String SEARCH = """
            select d.document_id, d.document_date
              from %1$s
              left join ledger.identification i on d.document_type = 'PAYMENT' and i.document_id = d.document_id
                   and i.effective_date <= :asAt and i.position <= :known
             cross join lateral (
                   select coalesce(sum(m.amount), 0) as open,
                          coalesce(sum(m.amount) filter (where m.due_date < :asAt), 0) as overdue,
                          -coalesce(sum(m.amount) filter (where m.kind in ('CASH', 'PAID_TO_FACTOR')), 0) as paid,
                          -coalesce(sum(m.amount) filter (where m.kind = 'FACTORED'), 0) as factored,
                          -coalesce(sum(m.amount) filter (where m.kind = 'CREDIT'), 0) as credited,
                          -coalesce(sum(m.amount) filter (where m.kind = 'WRITE_OFF'), 0) as written_off,
                          coalesce(bool_or(m.kind = 'CANCELLED'), false) as cancelled,
                          coalesce(bool_or(m.kind = 'OPENING'), false) as opening
                     from ledger.movement m
                    where m.document_type = d.document_type and m.document_id = d.document_id
                      and m.effective_date <= :asAt and m.position <= :known) s
             where d.document_type = :type and d.document_date <= :asAt and d.effective_date <= :asAt
               and d.position <= :known and %2$s
             order by d.document_date desc, d.document_id
             limit :limit""";

    /** All that may be the account's: a payment that had no account may have been identified. */
    private static final String OF_ACCOUNT = """
            (select * from ledger.document where account_id = :account
              union all
             select p.* from ledger.identification w
               join ledger.document p on p.document_type = 'PAYMENT' and p.document_id = w.document_id
              where w.account_id = :account and p.account_id is null) d""";

    private static final String CONTAINS_TEXT = """
            (d.document_id ilike :q or d.number ilike :q or coalesce(d.account_id, i.account_id) in (
                select p.account_id from party.customer_account_party p where p.name ilike :q))""";

    private final JdbcClient jdbc;
    private final Progress progress;

    DocumentSearch(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /**
     * What is looked for.
     *
     * @param text a part of the id, the number or reference, or the customer's name
     * @param condition of the slice itself, over the document {@code d}, its identification {@code i} and its sums
     * {@code s}; never built from what a client sends
     */
    public record Wanted(DocumentType type, Scope scope, AsOf asOf, @Nullable String accountId, @Nullable String text,
            String condition) {

        private String table() {
            return accountId == null ? "ledger.document d" : OF_ACCOUNT;
        }

        /** Those that are asked for; the slice's own comes last, for it needs the sums. */
        private String conditions(boolean firstPage) {
            var conditions = new ArrayList<String>();
            if (!scope.all()) {
                conditions.add("d.legal_entity in (:entities)");
            }
            if (accountId != null) {
                conditions.add("coalesce(d.account_id, i.account_id) = :account");
            }
            if (contains(text) != null) {
                conditions.add(CONTAINS_TEXT);
            }
            if (!firstPage) {
                conditions.add("d.document_date <= :afterDate");
                conditions.add("(d.document_date < :afterDate or d.document_id > :afterId)");
            }
            conditions.add(condition);
            return String.join(" and ", conditions);
        }
    }

    /**
     * A condition that holds for documents of which something is open: quickly told of now by the open items, else left
     * to the condition over the sums.
     *
     * @param which open items {@code o} there must be
     */
    public String withOpenItem(AsOf asOf, String which) {
        return progress.nothingMovedAfter(asOf)
                ? "exists (select from ledger.open_item o where o.document_type = d.document_type"
                        + " and o.document_id = d.document_id and " + which + ") and "
                : "";
    }

    /** The ids of a page. */
    public Page<String> find(Wanted wanted, Paging paging) {
        var after = paging.afterKeys(2);
        var found = jdbc.sql(SEARCH.formatted(wanted.table(), wanted.conditions(after == null)))
                .param("type", wanted.type().name())
                .param("entities", wanted.scope().entities())
                .param("asAt", wanted.asOf().asAt())
                .param("known", wanted.asOf().position())
                .param("account", wanted.accountId())
                .param("q", contains(wanted.text()))
                .param("afterDate", after == null ? null : Cursor.date(after.getFirst()))
                .param("afterId", after == null ? null : after.getLast())
                .param("limit", paging.size() + 1)
                .query((row, _) -> new Found(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        var page = Page.of(found, paging.size(), last -> List.of(last.date().toString(), last.id()));
        return page.with(page.items().stream().map(Found::id).toList());
    }

    /** A pattern that matches texts with this part, whatever signs it has. */
    public static @Nullable String contains(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return "%" + text.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private record Found(String id, LocalDate date) {}
}
