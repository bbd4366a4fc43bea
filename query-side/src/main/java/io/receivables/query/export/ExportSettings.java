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
 */
@ConfigurationProperties("receivables.exports")
record ExportSettings(@DefaultValue("7d") Duration keep, @DefaultValue("10GB") DataSize mostBytes,
        @DefaultValue("10") int waiting) {}
