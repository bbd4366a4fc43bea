package io.receivables.command.stream;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.ReadAhead;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Query;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reference rows of legal entities. */
@Component
@Order(1)
public class LegalEntityRows implements GroupTable<LegalEntityId, LegalEntityRow>, ReadAhead {

    private static final String READ = """
            select legal_entity, time_zone, base_currency, policy_version, closed_through, account_closures
              from command.legal_entity where legal_entity""";

    private static final String OF_ACCOUNTS = READ + " in (" + """
            select a.legal_entity
              from unnest(?) as wanted (id)
             cross join lateral (select legal_entity from command.customer_account
                                  where account_id = wanted.id limit 1) a)""";

    private static final RowMapper<LegalEntityRow> ROW = (row, _) -> new LegalEntityRow(ZoneId.of(row.getString(2)),
            Currency.getInstance(row.getString(3)), row.getInt(4), row.getObject(5, LocalDate.class), row.getInt(6));

    private static final String SHARED = " for share";

    private final JdbcClient jdbc;
    private final Sql sql;

    LegalEntityRows(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** The entity as it is; until this transaction ends nobody changes what belongs to it. */
    public Optional<LegalEntityRow> find(LegalEntityId id) {
        return locked(id, SHARED);
    }

    /** Keeps who decides by what belongs to the entity waiting until this transaction ends. */
    public Optional<LegalEntityRow> lock(LegalEntityId id) {
        // Not "for update": that would also stop everybody who refers to the entity by a foreign key.
        return locked(id, " for no key update");
    }

    public void add(LegalEntityId id, LegalEntityRow row) {
        CommitGroup.current().put(this, id, row);
    }

    @Override
    public List<Query> questions(List<Command> commands) {
        var accounts = commands.stream().map(Command::accountId).filter(Objects::nonNull).distinct().toList();
        if (accounts.isEmpty()) {
            return List.of();
        }
        var lock = kept(SHARED);
        var known = CommitGroup.current().<LegalEntityId, LegalEntityRow>allRead(lock);
        return List.of(Query.of(OF_ACCOUNTS + lock,
                (row, no) -> known.put(new LegalEntityId(row.getString(1)),
                        Objects.requireNonNull(ROW.mapRow(row, no))),
                Column.of("text", accounts, AccountId::value)));
    }

    @Override
    public void insert(Map<LegalEntityId, LegalEntityRow> rows) {
        sql.update("""
                insert into command.legal_entity (legal_entity, time_zone, base_currency)
                select unnest(?), unnest(?), unnest(?)""",
                Column.of("text", rows.keySet(), LegalEntityId::value),
                Column.of("text", rows.values(), row -> row.timeZone().getId()),
                Column.of("text", rows.values(), row -> row.baseCurrency().getCurrencyCode()));
    }

    private Optional<LegalEntityRow> locked(LegalEntityId id, String lock) {
        var group = CommitGroup.current();
        var added = group.find(this, id);
        if (added != null) {
            return Optional.of(added);
        }
        var kept = kept(lock);
        return Optional.ofNullable(group.read(kept, id, it -> read(it, kept)));
    }

    private static String kept(String lock) {
        return CommitGroup.current().isDryRun() ? "" : lock;
    }

    private @Nullable LegalEntityRow read(LegalEntityId id, String lock) {
        return jdbc.sql(READ + " = ?" + lock).param(id.value()).query(ROW).optional().orElse(null);
    }
}
