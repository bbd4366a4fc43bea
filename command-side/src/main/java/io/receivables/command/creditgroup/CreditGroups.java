package io.receivables.command.creditgroup;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limits of credit groups and the accounts in them. Who decides by a group, or changes one, takes its lock first, after
 * the locks of accounts: so limit, accounts and what they owe stay together while a decision looks at them.
 */
@Component
@Order(4)
public class CreditGroups implements GroupTable<CreditGroupId, CreditGroupRow> {

    private final JdbcClient jdbc;
    private final Sql sql;
    private final JsonMapper json = new JsonMapper();

    CreditGroups(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /**
     * Keeps other decisions about these groups waiting until this transaction ends.
     *
     * @return those that were not locked before
     */
    public Collection<CreditGroupId> lock(Collection<CreditGroupId> ids) {
        var taken = CommitGroup.current().<CreditGroupId, Boolean>allRead(CreditGroups.class);
        var names = new TreeSet<String>();
        ids.stream().filter(id -> !taken.containsKey(id)).forEach(id -> names.add(id.value()));
        if (!names.isEmpty() && !CommitGroup.current().isDryRun()) {
            // In one order, so that two transactions never wait for each other.
            sql.query("""
                    select pg_advisory_xact_lock(hashtextextended('credit group ' || id, 0))
                      from (select id from unnest(?) as ids (id) order by id) ordered""", (_, no) -> no,
                    Column.of("text", names, name -> name));
        }
        var added = names.stream().map(CreditGroupId::new).toList();
        added.forEach(id -> taken.put(id, true));
        return added;
    }

    /** The group as the commands of the running transaction have left it; who asks has its lock. */
    public Optional<CreditGroupRow> find(CreditGroupId id) {
        var group = CommitGroup.current();
        var changed = group.find(this, id);
        return Optional.ofNullable(changed != null
                ? changed
                : group.<CreditGroupId, CreditGroupRow>read(this, id,
                        this::read));
    }

    /** @throws io.receivables.platform.problem.Refusal CREDIT_GROUP_NOT_FOUND, also when it is of another legal entity */
    public CreditGroupRow require(CreditGroupId id, LegalEntityId entity) {
        return find(id).filter(row -> row.legalEntity().equals(entity))
                .orElseThrow(() -> StreamType.CREDIT_GROUP.notFound(id.value()));
    }

    public void setLimits(CreditGroupId id, LegalEntityId entity, Currency currency, List<CreditLimit> limits) {
        CommitGroup.current()
                .put(this, id, find(id).map(row -> row.with(limits))
                        .orElseGet(() -> new CreditGroupRow(entity, currency, limits)));
    }

    /** Where an account is now; its own row says so as well, for the transactions to come. */
    public void move(AccountId account, @Nullable CreditGroupId from, @Nullable CreditGroupId to) {
        if (from != null) {
            CommitGroup.current().put(this, from, find(from).orElseThrow().leftBy(account));
        }
        if (to != null) {
            CommitGroup.current().put(this, to, find(to).orElseThrow().joinedBy(account));
        }
    }

    /** Every account in the group. */
    public Set<AccountId> members(CreditGroupId id) {
        var members = new HashSet<>(jdbc.sql("""
                select account_id from command.customer_account where credit ->> 'creditGroup' = ?""")
                .param(id.value())
                .query((row, _) -> new AccountId(row.getString(1)))
                .list());
        find(id).ifPresent(row -> {
            members.addAll(row.joined());
            members.removeAll(row.left());
        });
        return members;
    }

    private @Nullable CreditGroupRow read(CreditGroupId id) {
        return jdbc.sql("select legal_entity, currency, limits from command.credit_group where credit_group_id = ?")
                .param(id.value())
                .query((row, _) -> new CreditGroupRow(new LegalEntityId(row.getString(1)),
                        Currency.getInstance(row.getString(2)),
                        List.of(json.readValue(row.getString(3), CreditLimit[].class))))
                .optional()
                .orElse(null);
    }

    @Override
    public void insert(Map<CreditGroupId, CreditGroupRow> rows) {
        sql.update("""
                insert into command.credit_group (credit_group_id, legal_entity, currency, limits)
                select id, entity, currency, limits::jsonb
                  from (select unnest(?), unnest(?), unnest(?), unnest(?)) as new (id, entity, currency, limits)
                    on conflict (credit_group_id) do update set limits = excluded.limits""",
                Column.of("text", rows.keySet(), CreditGroupId::value),
                Column.of("text", rows.values(), row -> row.legalEntity().value()),
                Column.of("text", rows.values(), row -> row.currency().getCurrencyCode()),
                Column.of("text", rows.values(), row -> json.writeValueAsString(row.limits())));
    }
}
