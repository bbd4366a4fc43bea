package io.receivables.query.accesslog;

import io.receivables.platform.database.ColumnArray;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes reads, many at once. Whose data a document is, is looked up here, where no question waits for it. */
final class AccessRows {

    /** Between the values of a list; the gate lets no control character in. */
    private static final String SEPARATOR = "\u001f";

    private static final String INSERT = """
            insert into access.entry (id, at, who, roles, kind, method, path, ids, parameters, account_id, legal_entity, scope,
                                      as_at, as_known, purpose, status, rows, correlation_id)
            select n.id, n.at, n.who, string_to_array(n.roles, chr(31)), n.kind, n.method, n.path,
                   string_to_array(n.ids, chr(31)), n.parameters, o.account_id,
                   coalesce(c.legal_entity, n.legal_entity, d.legal_entity, a.legal_entity),
                   string_to_array(n.scope, chr(31)), n.as_at, n.as_known, n.purpose, n.status, n.rows,
                   n.correlation_id
              from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::int4[], ?::int8[], ?::text[])
                as n (id, at, who, roles, kind, method, path, ids, parameters, account_id, legal_entity, document_type,
                      approval_kind, subject_id, scope, as_at, as_known, purpose, status, rows, correlation_id)
              left join ledger.document d on d.document_type = n.document_type and d.document_id = n.subject_id
              left join ledger.identification i on n.document_type = 'PAYMENT' and i.document_id = n.subject_id
              left join lateral (select s.account_id, s.legal_entity from ledger.approval_step s
                                  where s.kind = n.approval_kind and s.approval_id = n.subject_id limit 1) a on true
             cross join lateral (select coalesce(n.account_id, d.account_id, i.account_id, a.account_id)) o (account_id)
              left join ledger.account c on c.account_id = o.account_id
                on conflict do nothing""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AccessRows(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void write(List<AccessEntry> entries, List<AccessEntry.End> ends) {
        transactions.executeWithoutResult(_ -> {
            if (!entries.isEmpty()) {
                insert(entries);
            }
            if (!ends.isEmpty()) {
                end(ends);
            }
        });
    }

    private void insert(List<AccessEntry> all) {
        jdbc.sql(INSERT)
                .param(texts(all, it -> it.id().toString()))
                .param(texts(all, it -> it.at().toString()))
                .param(texts(all, it -> it.actor().subject()))
                .param(texts(all, it -> String.join(SEPARATOR, it.actor().roles().stream().sorted().toList())))
                .param(texts(all, it -> it.kind().name()))
                .param(texts(all, AccessEntry::method))
                .param(texts(all, AccessEntry::path))
                .param(texts(all, it -> String.join(SEPARATOR, it.ids())))
                .param(texts(all, AccessEntry::parameters))
                .param(texts(all, AccessEntry::accountId))
                .param(texts(all, AccessEntry::legalEntity))
                .param(texts(all, it -> subject(it, true)))
                .param(texts(all, it -> subject(it, false)))
                .param(texts(all, it -> it.subject() == null ? null : it.subject().id()))
                .param(texts(all, AccessRows::scope))
                .param(texts(all, AccessEntry::asAt))
                .param(texts(all, AccessEntry::asKnown))
                .param(texts(all, AccessEntry::purpose))
                .param(ColumnArray.of("int4", all, AccessEntry::status))
                .param(ColumnArray.of("int8", all, AccessEntry::rows))
                .param(texts(all, AccessEntry::correlationId))
                .update();
    }

    private void end(List<AccessEntry.End> ends) {
        jdbc.sql("""
                insert into access.entry_end (id, status, rows)
                select * from unnest(?::uuid[], ?::int4[], ?::int8[]) on conflict do nothing""")
                .param(ColumnArray.of("text", ends, it -> it.id().toString()))
                .param(ColumnArray.of("int4", ends, AccessEntry.End::status))
                .param(ColumnArray.of("int8", ends, AccessEntry.End::rows))
                .update();
    }

    /** Deletes what was recorded before an instant, with an entry that says so; when there is nothing, nothing is said. */
    long deleteBefore(Instant before, AccessEntry deletion) {
        var deleted = transactions.execute(_ -> {
            var until = before.atOffset(ZoneOffset.UTC);
            boolean none = jdbc.sql("select not exists (select from access.entry where at < ? and kind <> 'DELETION')")
                    .param(until)
                    .query(Boolean.class)
                    .single();
            if (none) {
                return 0L;
            }
            jdbc.sql(
                    """
                            insert into access.entry (id, at, who, roles, kind, method, path, ids, correlation_id, deleted_before)
                            values (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)""")
                    .params(deletion.id(), deletion.at().atOffset(ZoneOffset.UTC), deletion.actor().subject(),
                            deletion.actor().roles().toArray(String[]::new), deletion.kind().name(), deletion.method(),
                            deletion.path(), deletion.correlationId(), until)
                    .update();
            long rows = jdbc.sql("delete from access.entry where at < ? and kind <> 'DELETION'").param(until).update();
            end(List.of(new AccessEntry.End(deletion.id(), 200, rows)));
            return rows;
        });
        return deleted == null ? 0 : deleted;
    }

    private static @Nullable String subject(AccessEntry entry, boolean document) {
        var subject = entry.subject();
        return subject != null && subject.document() == document ? subject.type() : null;
    }

    /** Null is every legal entity. */
    private static @Nullable String scope(AccessEntry entry) {
        return entry.actor().allEntities()
                ? null
                : String.join(SEPARATOR, entry.actor().entities().stream().sorted().toList());
    }

    private static @Nullable Object[] texts(List<AccessEntry> all,
            Function<AccessEntry, @Nullable Object> value) {
        return ColumnArray.of("text", all, value);
    }
}
