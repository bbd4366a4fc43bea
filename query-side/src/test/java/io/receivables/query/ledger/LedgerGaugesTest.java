package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class LedgerGaugesTest {

    @Autowired
    private MeterRegistry registry;
    @Autowired
    private LedgerStatus status;
    @Autowired
    private Stories stories;

    @Test
    void withoutADatabaseTheyAreNotANumber() {
        var away = EmbeddedDatabase.freshDatabase();
        away.close();
        var meters = new SimpleMeterRegistry();
        new LedgerGauges(new LedgerStatus(JdbcClient.create(away))).bindTo(meters);

        assertThat(meters.getMeters()).hasSize(3);
        for (var name : new String[]{"lag.events", "lag.seconds", "parked"}) {
            assertThat(value(meters, name)).as(name).isNaN();
        }
    }

    @Test
    void booksThatHaveReadEverythingLagByNothing() {
        long position = stories.begin().account("C1").position();

        assertThat(status.now()).isEqualTo(new LedgerStatus.Moment("ledger", position, position, 0, 0));
        assertThat(value(registry, "parked")).isZero();
    }

    private static double value(MeterRegistry meters, String name) {
        return meters.get("receivables.projection." + name).tag("projection", "ledger").gauge().value();
    }
}
