package io.receivables.query.openamount;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.testing.EmbeddedDatabase;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpenAmountMetricTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final JdbcClient sql = JdbcClient.create(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OpenAmountMetric metric = new OpenAmountMetric(new GetOpenAmounts(database), meters);

    @BeforeEach
    void tables() {
        SchemaMigration.migrate(database, "eventstore", "db/eventstore");
        SchemaMigration.migrate(database, "ledger", "db/ledger");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isNotANumberWhileTheBooksCannotBeRead() {
        owing("FR01", "EUR", 10_000);
        metric.runOnce();
        database.close();

        metric.runOnce();

        assertThat(figures()).containsExactly(Map.entry("FR01 EUR", Double.NaN));
    }

    @Test
    void addsUpDebtsInUnitsOfTheirCurrency() {
        owing("FR01", "EUR", 10_000);
        owing("FR01", "EUR", 2_050);
        owing("FR01", "JPY", 700);
        owing("DE01", "EUR", 1);

        metric.runOnce();

        assertThat(figures()).containsOnly(Map.entry("FR01 EUR", 120.5), Map.entry("FR01 JPY", 700.0),
                Map.entry("DE01 EUR", 0.01));
    }

    @Test
    void showsZeroWhenAllIsSettled() {
        owing("FR01", "EUR", 10_000);
        metric.runOnce();
        sql.sql("update ledger.account_total set amount = -5_000, debt = 0").update();

        metric.runOnce();

        assertThat(figures()).containsExactly(Map.entry("FR01 EUR", 0.0));
    }

    @Test
    void isBounded() {
        for (int i = 0; i <= GetOpenAmounts.MOST; i++) {
            owing("E%04d".formatted(i), "EUR", 100);
        }
        metric.runOnce();
        sql.sql("delete from ledger.account_total where legal_entity = 'E0000'").update();

        metric.runOnce();

        assertThat(figures()).hasSize(GetOpenAmounts.MOST);
    }

    /** An account whose credit of 50.00 or so takes nothing off. */
    private void owing(String entity, String currency, long debt) {
        sql.sql("""
                insert into ledger.account_total (account_id, legal_entity, currency, amount, debt)
                values (gen_random_uuid()::text, ?, ?, ?, ?)""")
                .params(entity, currency, debt - 5_000, debt)
                .update();
    }

    private Map<String, Double> figures() {
        return meters.find("receivables.open.amount")
                .gauges()
                .stream()
                .collect(Collectors.toMap(gauge -> gauge.getId().getTag("legal_entity") + " "
                        + gauge.getId().getTag("currency"), Gauge::value));
    }
}
