package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    @ParameterizedTest
    @CsvSource({"-1,''", "0,''", "1,1–30", "30,1–30", "31,31–60", "60,31–60", "61,61–90", "90,61–90", "91,>_90"})
    void aClaimFallsInTheBucketOfTheAgedBalance(long days, String label) {
        assertThat(Buckets.of(List.of(30, 60, 90)).of(days).label()).isEqualTo(label.replace('_', '\u202f'));
    }

    @ParameterizedTest
    @CsvSource({"1,2,shade-5", "1,6,shade-1", "5,6,shade-5", "0,6,shade-0", "12,14,shade-4"})
    void olderIsDarker(int index, int count, String shade) {
        assertThat(Shares.shade(index, count)).isEqualTo(shade);
    }
}
