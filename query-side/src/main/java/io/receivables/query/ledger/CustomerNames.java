package io.receivables.query.ledger;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names behind customer accounts: current, erasable, and so outside the promise of what was known when. */
public class CustomerNames {

    private final JdbcClient jdbc;

    CustomerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names by account; an account without a party record has none. */
    public Map<String, String> of(Collection<String> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("select account_id, name from party.customer_account_party where account_id = any(:ids)")
                .param("ids", accountIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
