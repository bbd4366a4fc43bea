package io.receivables.query.agedbalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file has all rows or is refused: one that ends early would be taken for the whole. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AgedBalanceTableTest {

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void threeAccountsThatOwe() {
        story = stories.begin().account("C1").account("C2").account("C3");
        for (var account : new String[]{"C1", "C2", "C3"}) {
            story.invoice("I-" + account, account, "100.00", "2026-03-01", "2026-03-31");
        }
    }

    @Test
    void aFileOfMoreRowsThanItMayHaveIsRefused() {
        assertThatThrownBy(() -> new AgedBalanceTable(agedBalance, 2).handle(request(null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
                    assertThat(refusal.detail()).contains("2 rows");
                });
    }

    @Test
    void aFileHasAllRows() {
        assertThat(new AgedBalanceTable(agedBalance, 3).handle(request(null)).rows()).hasSize(3);
    }

    @Test
    void aFileOfWhichAPageWasAskedForEndsThere() {
        assertThat(new AgedBalanceTable(agedBalance, 2).handle(request("1")).rows()).hasSize(1);
    }

    private AgedBalanceRequest request(@Nullable String limit) {
        return new AgedBalanceRequest(story.entity().value(), "2026-06-30", String.valueOf(story.position()), null,
                null, null, null, null, null, null, null, limit, null);
    }
}
