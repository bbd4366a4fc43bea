package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.query.testing.QueryTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file has up to 100,000 rows, a statement of PostgreSQL 65,535 parameters. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ManyIdsTest {

    private static final List<String> IDS = IntStream.range(0, 100_000).mapToObj(no -> "NOBODY-" + no).toList();

    @Autowired
    private CustomerNames names;
    @Autowired
    private DunningLevels levels;
    @Autowired
    private RiskClasses risks;
    @Autowired
    private History history;
    @Autowired
    private DisputedAmounts disputed;
    @Autowired
    private FactoredAmounts factored;

    @Test
    void namesAndFiguresOfAllRowsOfAFileAreRead() {
        var asOf = new AsOf(LocalDate.of(2026, 3, 31), Known.NOTHING);
        assertThat(names.of(IDS)).isEmpty();
        assertThat(levels.of(IDS, asOf)).isEmpty();
        assertThat(risks.of(IDS, asOf)).isEmpty();
        assertThat(history.of("Invoice", IDS, asOf)).isEmpty();
        assertThat(disputed.ofAccounts(IDS, null, asOf)).isEmpty();
        assertThat(factored.ofAccounts(IDS, null, asOf)).isEmpty();
    }
}
