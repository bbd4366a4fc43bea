package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import java.time.Duration;
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
        var live = Fingerprints.of(jdbc);
        assertThat(live).hasSizeGreaterThan(5);
        assertThat(live.get("ledger.movement")).doesNotStartWith("0 ");

        var processor = processing.eventProcessor(LedgerProjection.GROUP, TrackingEventProcessor.class).orElseThrow();
        processor.shutDown();
        jdbc.sql("truncate " + String.join(", ", Fingerprints.tables(jdbc)) + ", ledger.token_entry").update();
        assertThat(Fingerprints.of(jdbc)).isNotEqualTo(live);
        processor.start();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> story.position() == position);
        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
    }
}
