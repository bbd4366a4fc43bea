package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books that are read again from the first fact are the books that were kept all along, row by row. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ReplayTest {

    @Autowired
    private EventProcessingConfiguration processing;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Stories stories;

    @Test
    void replayEqualsLive() {
        var story = stories.begin();
        story.account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-05", "2026-02-04")
                .payment("P1", "C1", "80.00", "2026-02-10")
                .allocate("A1", "P1", "I1", "C1", "80.00", "2026-02-10")
                .creditNote("N1", "C1", "30.00", "2026-02-15")
                .reverseAllocation("A1", "2026-03-01")
                .allocateCredit("A2", "N1", "I1", "C1", "30.00", "2026-02-20");
        long position = story.position();
        var live = fingerprints();
        assertThat(live).hasSizeGreaterThan(5);
        assertThat(live.get("ledger.movement")).doesNotStartWith("0 ");

        var processor = processing.eventProcessor(LedgerProjection.GROUP, TrackingEventProcessor.class).orElseThrow();
        processor.shutDown();
        jdbc.sql("truncate " + String.join(", ", tables()) + ", ledger.token_entry").update();
        assertThat(fingerprints()).isNotEqualTo(live);
        processor.start();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> story.position() == position);
        assertThat(fingerprints()).isEqualTo(live);
    }

    /** What each table holds, in whatever order. */
    private Map<String, String> fingerprints() {
        var fingerprints = new TreeMap<String, String>();
        for (var table : tables()) {
            fingerprints.put(table,
                    jdbc.sql(
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                    + table + " t")
                            .query(String.class)
                            .single());
        }
        return fingerprints;
    }

    private List<String> tables() {
        return jdbc.sql("""
                select 'ledger.' || tablename from pg_tables where schemaname = 'ledger'
                   and tablename not in ('token_entry', 'flyway_schema_history')""")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }
}
