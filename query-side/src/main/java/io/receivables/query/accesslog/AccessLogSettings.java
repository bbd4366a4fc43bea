package io.receivables.query.accesslog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Which reads are recorded, and for how long they are kept.
 *
 * @param machines whether those of actors with the role {@code integration} alone are recorded as well
 * @param retention how long reads are kept, 30 days at least; what the law asks for is for the company to say
 * @param deleteEvery how often a node looks for older ones; zero is never
 * @param waiting how many reads may wait to be written; beyond that no question is answered
 */
@ConfigurationProperties("receivables.access-log")
record AccessLogSettings(@DefaultValue("false") boolean machines, @DefaultValue("1095d") Duration retention,
        @DefaultValue("24h") Duration deleteEvery, @DefaultValue("10000") int waiting) {

    private static final Duration LEAST = Duration.ofDays(30);

    AccessLogSettings {
        Assert.isTrue(retention.compareTo(LEAST) >= 0, "receivables.access-log.retention is 30 days or more");
        Assert.isTrue(waiting > 0, "receivables.access-log.waiting is above 0");
    }
}
