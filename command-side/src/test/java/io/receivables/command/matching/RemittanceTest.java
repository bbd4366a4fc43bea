package io.receivables.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemittanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "INV-20260001A", "xINV-20260001", "INV-2026000", "RF17INV20260001", "thank you"})
    void whatNamesSomethingElse(String text) {
        assertThat(new Remittance(text).names("INV-20260001")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV-20260001", "invoice inv-20260001, thanks", "/ROC/INV-20260001//", "RF16INV20260001",
            "RF16 INV2 0260 001", "ref RF16INV20260001 of March"})
    void whatNamesTheInvoice(String text) {
        assertThat(new Remittance(text).names("INV-20260001")).isTrue();
    }
}
