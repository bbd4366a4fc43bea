package io.receivables.command.rate.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetReferenceRateApiTest {

    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "TEST_RATE | {'source':'x','values':[]} | VALUE_INVALID | /values",
            "TEST_RATE | {'source':'x','values':[{'validFrom':'2026-01-02','percent':'2'}]} | VALUE_INVALID | /values/0/validFrom",
            "TEST_RATE | {'source':'x','values':[{'validFrom':'2026-07-01','percent':'2'},{'validFrom':'2026-07-01','percent':'3'}]} | VALUE_INVALID | /values/1/validFrom",
            "test-rate | {'source':'x','values':[{'validFrom':'2026-07-01','percent':'2'}]} | ID_INVALID | /rate"})
    void whatIsNoValueOfAHalfYearIsRefused(String rate, String body, String code, String pointer) {
        var refused = api.put("/v1/reference-rates/" + rate, body).expect(422, code);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aSourceIsNeeded() {
        api.put("/v1/reference-rates/TEST_RATE", "{'values':[{'validFrom':'2026-07-01','percent':'2'}]}")
                .expect(400, "REQUIRED");
    }

    @Test
    void whatDoesNotShipIsNotFound() {
        api.post("/v1/reference-rates/LIBOR/shipped-values", "").expect(404, "REFERENCE_RATE_NOT_FOUND");
    }

    @Test
    void whatShipsIsLoadedByACallAndNamesItsSource() {
        var loaded = api.post("/v1/reference-rates/FR_LEGAL_RATE_B2B/shipped-values", "");
        assertThat(loaded.status()).isIn(200, 201);
        assertThat(loaded.at("/values/0/validFrom")).isEqualTo("2024-07-01");
        assertThat(loaded.at("/values/0/percent")).isEqualTo("4.92");
        assertThat(loaded.body().at("/values").size()).isEqualTo(1);
        assertThat(loaded.at("/source")).isNotEmpty();
        var ecb = api.post("/v1/reference-rates/ECB_MRO/shipped-values", "");
        assertThat(ecb.body().at("/values").size()).isEqualTo(35);
        assertThat(ecb.at("/values/34/percent")).isEqualTo("2.15");
    }
}
