package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({"0.00,0.00", "5.10,5.10", "999.99,999.99", "1000.00,1_000.00", "-1234567.80,−1_234_567.80",
            "999999999999999.99,999_999_999_999_999.99", "1500,1_500", "-12.345,−12.345"})
    void everyDigitIsKept(String value, String text) {
        var amount = Amount.of(value, Locale.ENGLISH);
        assertThat(amount.text()).isEqualTo(text.replace('_', '\u202f'));
        assertThat(amount.value()).isEqualTo(value);
        assertThat(Amount.of(value, Locale.FRENCH).text()).isEqualTo(text.replace('_', '\u202f').replace('.', ','));
    }

    @ParameterizedTest
    @CsvSource({"0.00,true,false", "0,true,false", "0.01,false,false", "-0.01,false,true"})
    void zeroAndNegativeAreTold(String value, boolean zero, boolean negative) {
        assertThat(Amount.of(value, Locale.ENGLISH).zero()).isEqualTo(zero);
        assertThat(Amount.of(value, Locale.ENGLISH).negative()).isEqualTo(negative);
    }
}
