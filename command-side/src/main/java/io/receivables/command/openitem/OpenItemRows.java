package io.receivables.command.openitem;

import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.openitem.OpenItem.Dates;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
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

    // By their place in the table, found by one index probe each, whatever the planner believed of the table when it
    // was small.
    private static final String TAKE = """
            delete from command.open_item
             where ctid = any (array(
                   select item.place
                     from unnest(?, ?, ?, ?) as wanted (account_id, kind, document_id, instalment)
                    cross join lateral (select ctid as place from command.open_item i
                                         where i.account_id = wanted.account_id and i.kind = wanted.kind
                                           and i.document_id = wanted.document_id
                                           and i.instalment = wanted.instalment offset 0) item))
            returning account_id, kind, document_id, instalment, document_date, due_date, amount""";

    private static final String PUT = """
            insert into command.open_item as i
                   (account_id, kind, document_id, instalment, document_date, due_date, amount)
            select account_id, kind, document_id, instalment, document_date::date, due_date::date, amount
              from unnest(?, ?, ?, ?, ?, ?, ?)
                as new (account_id, kind, document_id, instalment, document_date, due_date, amount)
                on conflict (account_id, kind, document_id, instalment) do update set amount = i.amount + excluded.amount""";

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

    private record Row(Key key, Dates dates, long amount) {}

    List<OpenItem> of(AccountId account, Currency currency) {
        return jdbc.query("""
                select account_id, kind, document_id, instalment, document_date, due_date, amount
                  from command.open_item where account_id = ?""", (row, _) -> {
            var item = row(row);
            return new OpenItem(item.key(), item.dates(), Money.ofMinorUnits(item.amount(), currency));
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
     * Writes the changes of a transaction: what falls is taken out, and what is left of it is put back with what is new.
     *
     * @throws ConcurrencyException what should fall is not there: another node has been faster, and the streams say so too
     */
    void apply(Collection<OpenItemChange> changes) {
        var falling = changes.stream()
                .filter(change -> change.minorUnits() < 0)
                .sorted(Comparator.comparing(OpenItemChange::key))
                .toList();
        var put = new ArrayList<Row>();
        for (var change : changes) {
            if (change.minorUnits() > 0) {
                put.add(new Row(change.key(), change.dates() == null ? dates.of(change.key()) : change.dates(),
                        change.minorUnits()));
            }
        }
        if (!falling.isEmpty()) {
            var taken = take(falling);
            for (var change : falling) {
                var row = taken.get(change.key());
                long left = row == null ? -1 : row.amount() + change.minorUnits();
                if (row == null || left < 0) {
                    throw new ConcurrencyException(change.key() + " falls by " + -change.minorUnits() + ", but is "
                            + (row == null ? "not open" : row.amount()));
                }
                if (left > 0) {
                    put.add(new Row(row.key(), row.dates(), left));
                }
            }
        }
        if (!put.isEmpty()) {
            put.sort(Comparator.comparing(Row::key));
            put(put);
        }
    }

    private Map<Key, Row> take(List<OpenItemChange> falling) {
        var taken = new HashMap<Key, Row>();
        sql.query(TAKE, (row, _) -> row(row), Column.of("text", falling, it -> it.key().account().value()),
                Column.of("text", falling, it -> it.key().kind().name()),
                Column.of("text", falling, it -> it.key().documentId()),
                Column.of("int4", falling, it -> it.key().instalment()))
                .forEach(row -> taken.put(row.key(), row));
        return taken;
    }

    private void put(List<Row> rows) {
        sql.update(PUT, Column.of("text", rows, row -> row.key().account().value()),
                Column.of("text", rows, row -> row.key().kind().name()),
                Column.of("text", rows, row -> row.key().documentId()),
                Column.of("int4", rows, row -> row.key().instalment()),
                Column.of("text", rows, row -> row.dates().document().toString()),
                Column.of("text", rows, row -> row.dates().due().toString()),
                Column.of("int8", rows, Row::amount));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Key(new AccountId(row.getString(1)), Kind.valueOf(row.getString(2)), row.getString(3),
                        row.getInt(4)),
                new Dates(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)), row.getLong(7));
    }

    void clear() {
        jdbc.update("truncate command.open_item");
    }
}
