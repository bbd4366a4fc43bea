package io.receivables.command.openitem;

import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Update;
import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of open items. It holds what is open now and nothing else: a row goes when nothing is left of it. */
@Component
class OpenItemRows {

    static final Comparator<OpenItem> ORDER = Comparator.comparing((OpenItem item) -> item.dates().due())
            .thenComparing(item -> item.dates().document())
            .thenComparing(OpenItem::key);

    // A row that does not fall below nothing is changed in its place; one that is not there, or has less, is left out
    // of the count.
    private static final String APPLY = """
            merge into command.open_item i
            using (select account_id, kind, document_id, instalment, document_date::date, due_date::date, amount
                     from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                       as new (account_id, kind, document_id, instalment, document_date, due_date, amount)) c
               on i.account_id = c.account_id and i.kind = c.kind and i.document_id = c.document_id
                  and i.instalment = c.instalment
             when matched and i.amount + c.amount = 0 then delete
             when matched and i.amount + c.amount > 0 then update set amount = i.amount + c.amount
             when not matched and c.amount > 0 then
                  insert (account_id, kind, document_id, instalment, document_date, due_date, amount)
                  values (c.account_id, c.kind, c.document_id, c.instalment, c.document_date, c.due_date, c.amount)""";

    private static final String[] OWED = Stream.of(Kind.values())
            .filter(Kind::isOwed)
            .map(Kind::name)
            .toArray(String[]::new);

    private final Sql sql;
    private final JdbcTemplate jdbc;
    private final DocumentDates dates;

    OpenItemRows(Sql sql, JdbcTemplate jdbc, DocumentDates dates) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.dates = dates;
    }

    private record Row(Key key, @Nullable Dates dates, long amount) {}

    List<OpenItem> of(AccountId account, Currency currency) {
        return jdbc.query("""
                select account_id, kind, document_id, instalment, document_date, due_date, amount
                  from command.open_item where account_id = ?""", (row, _) -> {
            var key = new Key(new AccountId(row.getString(1)), Kind.valueOf(row.getString(2)), row.getString(3),
                    row.getInt(4));
            var dates = new Dates(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class));
            return new OpenItem(key, dates, Money.ofMinorUnits(row.getLong(7), currency));
        }, account.value());
    }

    Map<Kind, Long> totals(AccountId account) {
        var totals = new EnumMap<Kind, Long>(Kind.class);
        jdbc.query("select kind, sum(amount)::int8 from command.open_item where account_id = ? group by kind",
                row -> {
                    totals.put(Kind.valueOf(row.getString(1)), row.getLong(2));
                }, account.value());
        return totals;
    }

    /** Hears what is open of a kind. */
    interface Total {
        void is(AccountId account, Kind kind, long minorUnits);
    }

    void totals(Collection<AccountId> ids, Total total) {
        sql.query("""
                select wanted.id, i.kind, i.amount
                  from unnest(?) as wanted (id)
                 cross join lateral (select kind, sum(amount)::int8 as amount from command.open_item
                                      where account_id = wanted.id group by kind offset 0) i""", (row, no) -> {
            total.is(new AccountId(row.getString(1)), Kind.valueOf(row.getString(2)), row.getLong(3));
            return no;
        }, Column.of("text", ids, AccountId::value));
    }

    @Nullable
    LocalDate oldestDue(AccountId account) {
        return jdbc.query("select min(due_date) from command.open_item where account_id = ? and kind = any (?)",
                row -> row.next() ? row.getObject(1, LocalDate.class) : null, account.value(), OWED);
    }

    /**
     * The changes of a transaction, in one order on every node.
     *
     * @throws ConcurrencyException when it has run: what should fall is not there: another node has been faster, and the streams
     *     say so too
     */
    Update of(Collection<OpenItemChange> changes) {
        var rows = changes.stream().map(this::row).sorted(Comparator.comparing(Row::key)).toList();
        return Update.of(APPLY, Column.of("text", rows, row -> row.key().account().value()),
                Column.of("text", rows, row -> row.key().kind().name()),
                Column.of("text", rows, row -> row.key().documentId()),
                Column.of("int4", rows, row -> row.key().instalment()),
                Column.of("text", rows, row -> row.dates() == null ? null : row.dates().document().toString()),
                Column.of("text", rows, row -> row.dates() == null ? null : row.dates().due().toString()),
                Column.of("int8", rows, Row::amount)).then(written -> {
                    if (written < rows.size()) {
                        throw new ConcurrencyException((rows.size() - written) + " of " + rows.size()
                                + " open items are less than what is to be taken off");
                    }
                });
    }

    void apply(Collection<OpenItemChange> changes) {
        if (!changes.isEmpty()) {
            sql.update(of(changes));
        }
    }

    /** What falls is there and has its dates. */
    private Row row(OpenItemChange change) {
        var known = change.dates() != null || change.minorUnits() < 0 ? change.dates() : dates.of(change.key());
        return new Row(change.key(), known, change.minorUnits());
    }

    void clear() {
        jdbc.update("truncate command.open_item");
    }
}
