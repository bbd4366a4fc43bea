package io.receivables.query.cashforecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A forecast of before, by what was known then; facts are recorded at times of the test's own, later than all others. */
@QueryTest
@TestPropertySource(properties = "own.database=figures")
@SuppressWarnings("NullAway.Init") // filled by Spring
class BackTestTest {

    @Autowired
    private GetCashForecast forecast;
    @Autowired
    private Stories stories;

    private Story story;

    @Test
    void aForecastIsHeldAgainstWhatCameByWhatWasKnownThen() {
        story = stories.beginAt(Instant.parse("2028-03-01T09:00:00Z")).account("C1");
        story.invoice("I1", "C1", "100.00", "2028-02-01", "2028-03-15")
                .invoice("I2", "C1", "100.00", "2028-02-01", "2028-04-20");
        story.recordedAt(Instant.parse("2028-03-20T09:00:00Z"));
        story.invoice("I3", "C1", "500.00", "2028-02-01", "2028-03-15");
        story.payment("P1", "C1", "80.00", "2028-03-18")
                .allocate("A1", "P1", "I1", "C1", "80.00", "2028-03-18")
                .payment("P2", "C1", "500.00", "2028-03-19")
                .allocate("A2", "P2", "I3", "C1", "500.00", "2028-03-19");
        var test = asked("2028-03-31", "1").backTest();
        assertThat(test.madeAt()).isEqualTo(LocalDate.parse("2028-03-01"));
        assertThat(test.expected()).as("the third was not known yet").isEqualTo("100.00");
        assertThat(test.receivedOfForecast()).isEqualTo("80.00");
        assertThat(test.received()).isEqualTo("580.00");
        assertThat(test.deviationPercent()).isEqualTo("-20.00");
        var none = asked("2028-03-15", "1").backTest();
        assertThat(none.expected()).isNull();
        assertThat(none.reason()).isEqualTo("NOTHING_OPEN_AND_KNOWN_THEN");
    }

    private CashForecast asked(String asAt, String weeks) {
        story.position();
        return forecast.handle(
                new CashForecastRequest(story.entity().value(), asAt, null, null, null, null, weeks));
    }
}
