package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.query.ledger.CopyThread.CopyRefused;
import io.receivables.query.ledger.SideBySide.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SideBySideTest {

    private final HikariDataSource database = EmbeddedDatabase.freshDatabase();
    private final JdbcClient sql = JdbcClient.create(database);

    @BeforeEach
    void tables() {
        sql.sql("create schema ledger").update();
        sql.sql("create table ledger.item (no int)").update();
        sql.sql("create table ledger.total (items int)").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStepBeginsOnceWhatItNeedsIsFilled() throws InterruptedException {
        run(index("total", "items"), sum(), index("item", "no"),
                fill("select no, pg_sleep(0.2) from generate_series(1, 3) no"));

        assertThat(sql.sql("select items from ledger.total").query(Integer.class).list()).containsExactly(3);
        assertThat(sql.sql("select tablename from pg_indexes where schemaname = 'ledger' order by 1")
                .query(String.class)
                .list()).containsExactly("item", "total");
    }

    @Test
    void whatNeedsARefusedStepIsLeftOut() {
        assertThatThrownBy(() -> run(fill("select 1 / 0, 0"), sum(), index("item", "no")))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("item")
                .hasStackTraceContaining("division by zero");

        assertThat(sql.sql("select count(*) from ledger.total").query(Long.class).single()).isZero();
    }

    @Test
    void aStepThatNothingEverFillsIsAFault() {
        assertThatThrownBy(() -> run(fill("select 1, 0"), new Step("total", Set.of("nowhere"), List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere");
    }

    private void run(Step... steps) throws InterruptedException {
        SideBySide.run(database, SchemaName.LIVE, List.of(steps));
    }

    private static Step fill(String rows) {
        return new Step("item", Set.of(),
                List.of("insert into ledger.item select no from (%s) r (no, slept)".formatted(rows)));
    }

    private static Step sum() {
        return new Step("total", Set.of("item"), List.of("insert into ledger.total select count(*) from ledger.item"));
    }

    private static Step index(String table, String column) {
        return new Step(table, Set.of(table), List.of("create index on ledger.%s (%s)".formatted(table, column)));
    }
}
