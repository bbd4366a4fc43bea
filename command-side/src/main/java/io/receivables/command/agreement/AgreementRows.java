package io.receivables.command.agreement;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.agreement.AgreementStanding;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows beside the streams of accounts that have promised or agreed something. Few accounts have one. */
@Component
@Order(8)
class AgreementRows implements GroupTable<AccountId, AgreementRow> {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Sql sql;

    AgreementRows(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** With what the commands of the running transaction have decided; an account without is left out. */
    Map<AccountId, AgreementStanding> standings(Collection<AccountId> accounts) {
        var standings = new HashMap<AccountId, AgreementStanding>();
        sql.query("""
                select a.account_id, a.standing
                  from unnest(?) as wanted (id)
                 cross join lateral (select * from command.agreement where account_id = wanted.id offset 0) a""",
                (row, _) -> Map.entry(new AccountId(row.getString(1)), standing(row.getString(2))),
                Column.of("text", accounts, AccountId::value))
                .forEach(it -> standings.put(it.getKey(), it.getValue()));
        for (var account : accounts) {
            var decided = CommitGroup.current().find(this, account);
            if (decided != null) {
                standings.put(account, decided.standing());
            }
        }
        return standings;
    }

    /** Of some accounts those of which something may have become something else by a day than is recorded. */
    Set<AccountId> toJudge(Collection<AccountId> accounts, LocalDate day) {
        var found = new HashSet<>(sql.query("""
                select a.account_id
                  from (select unnest(?), unnest(?)) as wanted (id, day)
                  join command.agreement a on a.account_id = wanted.id
                 where a.look_at <= wanted.day::date or a.touches <> a.judged""",
                (row, _) -> new AccountId(row.getString(1)), Column.of("text", accounts, AccountId::value),
                Column.of("text", accounts, _ -> day.toString())));
        for (var account : accounts) {
            if (CommitGroup.current().find(this, account) != null) {
                found.add(account);
            }
        }
        return found;
    }

    private static AgreementStanding standing(String json) {
        return JSON.readValue(json, AgreementStanding.class);
    }

    /** How many facts about the money of an account are stored; a judgement that has seen fewer is not up to date. */
    long touches(AccountId account) {
        return jdbc.sql("select touches from command.agreement where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The next accounts of a legal entity of which something may have become something else. */
    List<AccountId> toJudge(LegalEntityId entity, LocalDate today, @Nullable AccountId after, int limit) {
        return jdbc.sql("""
                select account_id from command.agreement
                 where legal_entity = ? and (look_at <= ? or touches <> judged) and account_id > ?
                 order by account_id limit ?""")
                .params(entity.value(), today, after == null ? "" : after.value(), limit)
                .query((row, _) -> new AccountId(row.getString(1)))
                .list();
    }

    void put(AccountId account, AgreementRow row) {
        CommitGroup.current().put(this, account, row);
    }

    @Override
    public void insert(Map<AccountId, AgreementRow> rows) {
        // In one order on every node, so that no two wait for each other.
        sql.update("""
                with first as (select a.account_id from unnest(?) as new (account_id)
                                 join command.customer_account a on a.account_id = new.account_id
                                where not a.has_agreements order by a.account_id for no key update of a)
                update command.customer_account a set has_agreements = true
                  from first where a.account_id = first.account_id""",
                Column.of("text", rows.keySet(), AccountId::value));
        sql.update("""
                insert into command.agreement as a (account_id, legal_entity, standing, look_at, judged)
                select account_id, legal_entity, standing::jsonb, look_at::date, judged
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (account_id, legal_entity, standing, look_at, judged)
                 order by account_id
                    on conflict (account_id) do update
                       set standing = excluded.standing, look_at = excluded.look_at, judged = excluded.judged""",
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(), row -> row.entity().value()),
                Column.of("text", rows.values(), row -> JSON.writeValueAsString(row.standing())),
                Column.of("text", rows.values(), row -> row.lookAt() == null ? null : row.lookAt().toString()),
                Column.of("int8", rows.values(), AgreementRow::judged));
    }
}
