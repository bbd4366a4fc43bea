package io.receivables.command.account;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.ReadAhead;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Query;
import io.receivables.command.lane.Sql.Update;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * The reference rows of customer accounts: read by commands that decide about documents, {@code for share}, so that the
 * terms cannot change under a decision and yet decisions do not wait for each other.
 */
@Component
@Order(2)
public class Accounts implements GroupTable<AccountId, Accounts.Opened>, ReadAhead {

    // Lateral: one index probe for each account, whatever the planner believed of the table when it was small.
    private static final String READ = """
            select a.account_id, a.legal_entity, a.currency, a.receivable_class, a.opened_date, a.credit,
                   a.debtor_class, a.has_agreements
              from (select id from unnest(?) as ids (id) order by id) wanted
             cross join lateral (select * from command.customer_account where account_id = wanted.id offset 0%s) a""";

    private static final RowMapper<AccountRow> ROW = (row, _) -> new AccountRow(new AccountId(row.getString(1)),
            new LegalEntityId(row.getString(2)), Currency.getInstance(row.getString(3)),
            ReceivableClass.valueOf(row.getString(4)), row.getObject(5, LocalDate.class),
            CreditStandings.read(row.getString(6)), DebtorClass.valueOf(row.getString(7)),
            row.getBoolean(8));

    private final Sql sql;
    private final AccountTerms terms;

    Accounts(Sql sql, AccountTerms terms) {
        this.sql = sql;
        this.terms = terms;
    }

    /** An account that a command opens. */
    record Opened(AccountRow row, String name) {}

    /** @throws Refusal ACCOUNT_NOT_FOUND, also when the account belongs to a legal entity that the actor may not see */
    public AccountRow require(AccountId id) {
        return find(id).filter(row -> CommandContext.current().actor().maySee(row.legalEntity()))
                .orElseThrow(() -> StreamType.ACCOUNT.notFound(id.value()));
    }

    /** Those accounts that are known to have promised and agreed nothing, until the transaction ends; asks for none. */
    public Set<AccountId> knownWithoutAgreements(Collection<AccountId> ids) {
        var known = CommitGroup.current().<AccountId, AccountRow>allRead(Accounts.class);
        return ids.stream()
                .filter(id -> known.containsKey(id) && !known.get(id).hasAgreements())
                .collect(Collectors.toSet());
    }

    /** Keeps accounts as they are until the transaction ends. */
    public Update lock(Collection<AccountId> ids) {
        return Update.of(locked(), Column.of("text", ids, AccountId::value));
    }

    /** Accounts that are there, in the order of their ids; read with one statement. */
    public List<AccountRow> all(List<AccountId> ids) {
        var known = CommitGroup.current().<AccountId, AccountRow>allRead(Accounts.class);
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            read(unknown).forEach(row -> known.put(row.accountId(), row));
        }
        return ids.stream().map(id -> find(id).orElseThrow(() -> StreamType.ACCOUNT.notFound(id.value()))).toList();
    }

    /** Accounts as they are, without keeping anybody from changing them; one that is not there is left out. */
    public List<AccountRow> look(Collection<AccountId> ids) {
        var group = CommitGroup.current();
        var begun = ids.stream()
                .map(id -> group.find(this, id))
                .filter(Objects::nonNull)
                .map(Opened::row)
                .toList();
        return Stream.concat(begun.stream(),
                sql.query(READ.formatted(""), ROW, Column.of("text", ids, AccountId::value)).stream()).toList();
    }

    public void open(CustomerAccountOpened opened, String name) {
        var id = opened.accountId();
        if (find(id).isPresent()) {
            throw StreamType.alreadyExists(StreamType.ACCOUNT.streamId(id));
        }
        CommitGroup.current()
                .put(this, id, new Opened(new AccountRow(id, opened.legalEntity(), opened.currency(),
                        opened.receivableClass(), opened.effectiveDate()), name));
        terms.add(id, opened.effectiveDate(), opened.terms());
    }

    @Override
    public List<Query> questions(List<Command> commands) {
        var ids = commands.stream().map(Command::accountId).filter(Objects::nonNull).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var known = CommitGroup.current().<AccountId, AccountRow>allRead(Accounts.class);
        return List.of(Query.of(locked(), (row, no) -> {
            var account = Objects.requireNonNull(ROW.mapRow(row, no));
            known.put(account.accountId(), account);
        }, Column.of("text", ids, AccountId::value)));
    }

    private Optional<AccountRow> find(AccountId id) {
        var group = CommitGroup.current();
        var added = group.find(this, id);
        return Optional.ofNullable(added != null
                ? added.row()
                : group.<AccountId, AccountRow>read(Accounts.class, id,
                        it -> read(List.of(it)).stream().findFirst().orElse(null)));
    }

    private List<AccountRow> read(Collection<AccountId> ids) {
        return sql.query(locked(), ROW, Column.of("text", ids, AccountId::value));
    }

    private static String locked() {
        return READ.formatted(CommitGroup.current().isDryRun() ? "" : " for share");
    }

    @Override
    public void insert(Map<AccountId, Opened> rows) {
        var opened = rows.values().stream().map(Opened::row).toList();
        int added = sql.update("""
                insert into command.customer_account (account_id, legal_entity, currency, receivable_class, opened_date)
                select id, entity, currency, class, opened::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (id, entity, currency, class, opened) on conflict do nothing""",
                Column.of("text", opened, row -> row.accountId().value()),
                Column.of("text", opened, row -> row.legalEntity().value()),
                Column.of("text", opened, row -> row.currency().getCurrencyCode()),
                Column.of("text", opened, row -> row.receivableClass().name()),
                Column.of("text", opened, row -> row.openedDate().toString()));
        if (added < rows.size()) {
            throw StreamType.alreadyExists(StreamType.ACCOUNT.streamId(opened.getFirst().accountId()));
        }
        sql.update("""
                insert into party.customer_account_party (account_id, name, changed_at)
                select id, name, now() from (select unnest(?), unnest(?)) as new (id, name)""",
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(), Opened::name));
    }
}
