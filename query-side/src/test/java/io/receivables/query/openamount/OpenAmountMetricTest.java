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
        SchemaMigration.migrate(database, "ledger", "db/ledger");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isNotANumberWhileTheBooksCannotBeRead() {
        open("FR01", "EUR", "INVOICE", 10_000);
        metric.runOnce();
        database.close();

        metric.runOnce();

        assertThat(figures()).containsExactly(Map.entry("FR01 EUR", Double.NaN));
    }

    @Test
    void addsUpInvoicesInUnitsOfTheirCurrency() {
        open("FR01", "EUR", "INVOICE", 10_000);
        open("FR01", "EUR", "INVOICE", 2_050);
        open("FR01", "JPY", "INVOICE", 700);
        open("DE01", "EUR", "INVOICE", 1);
        open("FR01", "EUR", "PAYMENT", -5_000);

        metric.runOnce();

        assertThat(figures()).containsOnly(Map.entry("FR01 EUR", 120.5), Map.entry("FR01 JPY", 700.0),
                Map.entry("DE01 EUR", 0.01));
    }

    @Test
    void showsZeroWhenAllIsSettled() {
        open("FR01", "EUR", "INVOICE", 10_000);
        metric.runOnce();
        sql.sql("delete from ledger.open_item").update();

        metric.runOnce();

        assertThat(figures()).containsExactly(Map.entry("FR01 EUR", 0.0));
    }

    @Test
    void isBounded() {
        for (int i = 0; i <= GetOpenAmounts.MOST; i++) {
            open("E%04d".formatted(i), "EUR", "INVOICE", 100);
        }
        metric.runOnce();
        sql.sql("delete from ledger.open_item where legal_entity = 'E0000'").update();

        metric.runOnce();

        assertThat(figures()).hasSize(GetOpenAmounts.MOST);
    }

    private void open(String entity, String currency, String type, long amount) {
        sql.sql("""
                insert into ledger.open_item (document_type, document_id, instalment, account_id, legal_entity,
                       currency, document_date, amount)
                values (?, gen_random_uuid()::text, 1, 'C1', ?, ?, '2026-01-01', ?)""")
                .params(type, entity, currency, amount)
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
