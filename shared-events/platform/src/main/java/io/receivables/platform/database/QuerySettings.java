package io.receivables.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all queries of a process may take of the database.
 *
 * @param connections how many of them read at the same time; the others wait for {@code connection-timeout}
 * @param statementTimeout the longest that one statement may run
 * @param transactionTimeout the longest that all statements of one answer may take
 */
@ConfigurationProperties("receivables.queries")
record QuerySettings(@DefaultValue("10") int connections, @DefaultValue("10s") Duration statementTimeout,
        @DefaultValue("30s") Duration transactionTimeout) {}
