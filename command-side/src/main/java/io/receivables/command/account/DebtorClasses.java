package io.receivables.command.account;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The classes of debtors, in the reference rows of accounts. */
@Component
@Order(3)
public class DebtorClasses implements GroupTable<AccountId, DebtorClass> {

    private final Sql sql;

    DebtorClasses(Sql sql) {
        this.sql = sql;
    }

    /** As the commands of the running transaction have left it. */
    public DebtorClass of(AccountRow account) {
        var changed = CommitGroup.current().find(this, account.accountId());
        return changed == null ? account.debtorClass() : changed;
    }

    public void put(AccountId id, DebtorClass debtorClass) {
        CommitGroup.current().put(this, id, debtorClass);
    }

    @Override
    public void insert(Map<AccountId, DebtorClass> rows) {
        sql.update("""
                update command.customer_account a set debtor_class = new.debtor_class
                  from (select unnest(?), unnest(?))
                         as new (account_id, debtor_class) where a.account_id = new.account_id""",
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(), DebtorClass::name));
    }
}
