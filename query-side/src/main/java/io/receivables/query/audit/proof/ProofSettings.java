package io.receivables.query.audit.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the books are proved.
 *
 * @param schedule a cron expression with six fields, in UTC; {@code -}: never by itself
 * @param atOnce a history of up to so many events is proved while a query waits for the answer
 */
@ConfigurationProperties("receivables.proof")
record ProofSettings(@DefaultValue("0 30 1 * * *") String schedule, @DefaultValue("50000") long atOnce) {}
