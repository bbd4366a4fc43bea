package io.receivables.query.agedbalance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.schedule.RepeatedTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts that owe something else than their open items add up to. An answer compares those that it shows, whatever is open
 * besides; here all of them are compared, every {@value #EVERY_SECONDS} seconds, by a thread of its own. Gauge
 * {@code receivables.untied.accounts}; not a number while the books cannot be read.
 */
@Component
class UntiedAccounts extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(UntiedAccounts.class);
    private static final long EVERY_SECONDS = 60;
    private static final int PATIENCE_SECONDS = 30;

    private final JdbcClient jdbc;
    /** By legal entity, as they were last read. */
    private volatile Map<String, Long> accounts = Map.of();
    private volatile double all = Double.NaN;

    UntiedAccounts(DataSource database, MeterRegistry meters) {
        super("untied-accounts", Duration.ZERO, Duration.ofSeconds(EVERY_SECONDS));
        var patient = new JdbcTemplate(database);
        patient.setQueryTimeout(PATIENCE_SECONDS);
        this.jdbc = JdbcClient.create(patient);
        Gauge.builder("receivables.untied.accounts", this, untied -> untied.all)
                .description("Accounts that owe something else than their open items add up to")
                .register(meters);
    }

    /** Whether there was one when they were last compared. */
    boolean areIn(String legalEntity) {
        return accounts.containsKey(legalEntity);
    }

    @Override
    protected void runOnce() {
        try {
            var found = new HashMap<String, Long>();
            jdbc.sql("select legal_entity, count(*) from (%s) untied group by legal_entity"
                    .formatted(TiesSql.UNTIED.formatted("account_id is not null"))).query(row -> {
                        found.put(row.getString(1), row.getLong(2));
                    });
            accounts = Map.copyOf(found);
            all = found.values().stream().mapToLong(Long::longValue).sum();
            if (!found.isEmpty()) {
                LOG.error("accounts that owe something else than their open items, by legal entity: {}", found);
            }
        } catch (RuntimeException unreadable) {
            all = Double.NaN;
            LOG.warn("what accounts owe cannot be compared with their open items: {}", unreadable.toString());
        }
    }
}
