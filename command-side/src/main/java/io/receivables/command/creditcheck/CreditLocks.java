package io.receivables.command.creditcheck;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.creditgroup.CreditGroups;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.ReadAhead;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.stream.Command;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditgroup.CreditGroupId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Decisions about one limited account come one after the other, whatever the node: each takes the account's lock before it
 * adds up what is owed, and keeps it until its invoice is stored; so do those about the accounts of one group, with the lock
 * of the group. Accounts without limit have no lock and wait for nobody.
 */
@Component
@Order(8)
class CreditLocks implements ReadAhead {

    private final Sql sql;
    private final OpenItems items;
    private final CreditGroups groups;

    CreditLocks(Sql sql, OpenItems items, CreditGroups groups) {
        this.sql = sql;
        this.groups = groups;
        this.items = items;
    }

    /** Takes the locks of a whole group and adds up its accounts with one statement each, instead of two an account. */
    @Override
    public void readOn(List<Command> commands) {
        var rows = CommitGroup.current().<AccountId, AccountRow>allRead(Accounts.class);
        var limited = commands.stream()
                .filter(ClaimsCredit.class::isInstance)
                .map(Command::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .map(rows::get)
                .filter(row -> row != null && !row.credit().limits().isEmpty())
                .map(AccountRow::accountId)
                .toList();
        if (!limited.isEmpty()) {
            lock(limited);
        }
        var members = membersOf(commands, rows);
        members.addAll(limited);
        if (!members.isEmpty()) {
            items.readTotals(members);
        }
    }

    /** Groups after accounts. Whoever is in one may be asked for by any of them. */
    private Set<AccountId> membersOf(List<Command> commands, Map<AccountId, AccountRow> rows) {
        var ids = commands.stream()
                .filter(ClaimsCredit.class::isInstance)
                .map(Command::accountId)
                .filter(Objects::nonNull)
                .map(rows::get)
                .filter(row -> row != null && row.credit().creditGroup() != null)
                .map(row -> Objects.requireNonNull(row.credit().creditGroup()))
                .distinct()
                .toList();
        var members = new HashSet<AccountId>();
        groups.lock(ids).forEach(id -> members.addAll(groups.members(id)));
        return members;
    }

    void take(CreditGroupId id) {
        groups.lock(List.of(id)).forEach(_ -> groups.members(id).forEach(items::forgetTotals));
    }

    void take(AccountId id) {
        if (!taken().containsKey(id)) {
            lock(List.of(id));
            items.forgetTotals(id);
        }
    }

    /** In one order, so that two groups never wait for each other. */
    private void lock(Collection<AccountId> ids) {
        if (!CommitGroup.current().isDryRun()) {
            var names = new TreeSet<String>();
            ids.forEach(id -> names.add(id.value()));
            sql.query("""
                    select pg_advisory_xact_lock(hashtextextended('credit ' || id, 0))
                      from (select id from unnest(?) as ids (id) order by id) ordered""", (_, no) -> no,
                    Column.of("text", names, name -> name));
        }
        ids.forEach(id -> taken().put(id, true));
    }

    private static Map<AccountId, Boolean> taken() {
        return CommitGroup.current().allRead(CreditLocks.class);
    }
}
