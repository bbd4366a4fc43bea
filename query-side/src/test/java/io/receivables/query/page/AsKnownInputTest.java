package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsKnownInputTest {

    private final AsKnownInput input = new AsKnownInput(
            Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"81234,81234", "2026-03-31,2026-03-31T23:59:59.999999Z", "2026-03-31 12:00,2026-03-31T12:00Z",
            "2026-03-31 12:00:05 UTC,2026-03-31T12:00:05Z", "2026-03-31T12:00:00Z,2026-03-31T12:00:00Z",
            "2026-03-31T12:00:00+02:00,2026-03-31T12:00:00+02:00", "2026-06-30,2026-06-30T12:00:00Z",
            "2026-07-01,2026-07-01T23:59:59.999999Z", "2026-02-31,2026-02-31", "yesterday,yesterday"})
    void whatPeopleTypeIsReadInUtc(String typed, String read) {
        assertThat(input.read(typed)).isEqualTo(read);
    }

    @Test
    void nothingIsNow() {
        assertThat(input.read(null)).isNull();
    }
}
