package io.receivables.command.creditcheck;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.ReadAhead;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.stream.Command;
import io.receivables.events.account.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Decisions about one limited account come one after the other, whatever the node: each takes the account's lock before it
 * adds up what is owed, and keeps it until its invoice is stored. Accounts without limit have no lock and wait for nobody.
 */
@Component
@Order(8)
class CreditLocks implements ReadAhead {

    private final Sql sql;
    private final OpenItems items;

    CreditLocks(Sql sql, OpenItems items) {
        this.sql = sql;
        this.items = items;
    }

    /** Takes the locks of a whole group and adds up its accounts with one statement each, instead of two an account. */
    @Override
    public void before(List<Command> commands) {
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
            items.readTotals(limited);
        }
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
