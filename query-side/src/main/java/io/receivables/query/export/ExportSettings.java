package io.receivables.query.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much room exports have.
 *
 * @param keep how long a file can be fetched
 * @param mostBytes of all files together
 * @param waiting how many of one subject may be under way
 * @param lease another node takes an export over when its node has been silent for as long
 */
@ConfigurationProperties("receivables.exports")
record ExportSettings(@DefaultValue("7d") Duration keep, @DefaultValue("10GB") DataSize mostBytes,
        @DefaultValue("10") int waiting, @DefaultValue("60s") Duration lease) {

    /** How often a node says that it still writes. */
    Duration beat() {
        return lease.dividedBy(6);
    }
}
