package io.receivables.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 11649, with the vectors of the standard's own examples. */
class CreditorReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"RF19539007547034", "RF18539007547035", "RF81539007547034", "18539007547034", "RF18",
            "RF16INV20260002"})
    void wrongCheckDigitsAreNoReference(String text) {
        assertThat(CreditorReference.parse(text)).isEmpty();
    }

    @Test
    void theReferenceStandsBehindTheCheckDigits() {
        assertThat(CreditorReference.parse("RF18539007547034")).contains("539007547034");
        assertThat(CreditorReference.parse("RF16INV20260001")).contains("INV20260001");
    }

    @Test
    void checkDigitsAreMade() {
        assertThat(CreditorReference.of("INV20260001")).isEqualTo("RF16INV20260001");
        assertThat(CreditorReference.of("539007547034")).isEqualTo("RF18539007547034");
    }
}
