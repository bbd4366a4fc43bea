package io.receivables.command.stream;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reference rows of legal entities. */
@Component
@Order(1)
public class LegalEntityRows implements GroupTable<LegalEntityId, LegalEntityRow> {

    private static final String READ = """
            select time_zone, base_currency, policy_version, closed_through, account_closures from command.legal_entity where legal_entity = ?""";

    private final JdbcClient jdbc;
    private final Sql sql;

    LegalEntityRows(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** The entity as it is; until this transaction ends nobody changes what belongs to it. */
    public Optional<LegalEntityRow> find(LegalEntityId id) {
        return locked(id, " for share");
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
    public void insert(Map<LegalEntityId, LegalEntityRow> rows) {
        sql.update("""
                insert into command.legal_entity (legal_entity, time_zone, base_currency)
                select * from unnest(?, ?, ?)""",
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
        var kept = group.isDryRun() ? "" : lock;
        return Optional.ofNullable(group.read(kept, id, it -> read(it, kept)));
    }

    private @Nullable LegalEntityRow read(LegalEntityId id, String lock) {
        return jdbc.sql(READ + lock)
                .param(id.value())
                .query((row, _) -> new LegalEntityRow(ZoneId.of(row.getString(1)),
                        Currency.getInstance(row.getString(2)), row.getInt(3), row.getObject(4, LocalDate.class),
                        row.getInt(5)))
                .optional()
                .orElse(null);
    }
}
