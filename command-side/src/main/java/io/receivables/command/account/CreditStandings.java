package io.receivables.command.account;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.platform.credit.CreditStanding;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Limits and holds beside the account's reference row, so that issuing an invoice never loads the account. Who changes them
 * changes that row, and so waits for the decisions of other nodes that have read it {@code for share}.
 */
@Component
@Order(3)
public class CreditStandings implements GroupTable<AccountId, CreditStanding> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sql sql;

    CreditStandings(Sql sql) {
        this.sql = sql;
    }

    static CreditStanding read(@Nullable String json) {
        return json == null ? CreditStanding.NONE : JSON.readValue(json, CreditStanding.class);
    }

    /** As the commands of the running transaction have left it. */
    public CreditStanding of(AccountRow account) {
        var changed = CommitGroup.current().find(this, account.accountId());
        return changed == null ? account.credit() : changed;
    }

    public void put(AccountId id, CreditStanding standing) {
        CommitGroup.current().put(this, id, standing);
    }

    @Override
    public void insert(Map<AccountId, CreditStanding> rows) {
        sql.update("""
                update command.customer_account a set credit = new.credit::jsonb
                  from (select unnest(?), unnest(?)) as new (account_id, credit) where a.account_id = new.account_id""",
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(), JSON::writeValueAsString));
    }
}
