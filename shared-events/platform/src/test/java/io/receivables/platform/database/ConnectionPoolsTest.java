package io.receivables.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.testing.EmbeddedDatabase;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Queries have their own connections and their own limits, whoever opens them. */
class ConnectionPoolsTest {

    private final HikariDataSource facts = EmbeddedDatabase.freshDatabase();
    private final ConnectionPools pools = ConnectionPools.beside(facts, new QuerySettings(1, Duration.ofMillis(300),
            Duration.ofSeconds(5)));
    private final JdbcClient sql = JdbcClient.create(pools);

    @BeforeEach
    void hurry() {
        pools.queries().setConnectionTimeout(2_000);
    }

    @AfterEach
    void close() {
        pools.close();
        facts.close();
    }

    @Test
    void aStatementThatTakesTooLongIsTooSlow() {
        assertThat(codeOf("GET", () -> sql.sql("select pg_sleep(30)").query().listOfRows()))
                .isEqualTo(ProblemCode.QUERY_TOO_SLOW);
        assertThat(codeOf("POST", () -> sql.sql("select pg_sleep(0.5)").query().listOfRows())).isNull();
    }

    @Test
    void whoFindsAllConnectionsTakenIsToldThatWeAreBusy() {
        during("GET", () -> {
            try (var taken = pools.getConnection()) {
                assertThat(codeOf("GET", () -> sql.sql("select 1").query().listOfRows()))
                        .isEqualTo(ProblemCode.TOO_BUSY);
                during("POST", () -> assertThat(sql.sql("select 1").query(Integer.class).single()).isOne());
                assertThat(taken.isClosed()).isFalse();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aQueryWritesNothing() {
        during("GET", () -> assertThatThrownBy(() -> sql.sql("create table written (id int)").update())
                .hasMessageContaining("read-only transaction"));
        during("POST", () -> sql.sql("create table written (id int)").update());
    }

    @Test
    void aDatabaseThatIsNotThereIsAway() {
        try (var nowhere = new HikariDataSource()) {
            nowhere.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
            nowhere.setConnectionTimeout(2_000);
            assertThat(codeOf("POST", () -> JdbcClient.create(nowhere).sql("select 1").query().listOfRows()))
                    .isEqualTo(ProblemCode.DATABASE_UNAVAILABLE);
        }
    }

    @Test
    void whoTakesPartInATransactionHasItsConnection() {
        new TransactionTemplate(new JdbcTransactionManager(pools)).executeWithoutResult(_ -> {
            var before = backend();
            serve("GET", "/v1/anything", () -> assertThat(backend()).isEqualTo(before));
        });
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/invoices, true", "GET, /, true", "POST, /v1/invoices, false", "PUT, /v1/invoices, false",
            "GET, /actuator/health, false", "GET, /actuator/prometheus, false"})
    void queriesAreTheGetsButThoseOfTheOperator(String method, String path, boolean query) {
        var seen = new AtomicReference<@Nullable Boolean>();
        serve(method, path, () -> seen.set(QueryRequests.isAnswering()));
        assertThat(seen.get()).isEqualTo(query);
        assertThat(QueryRequests.isAnswering()).isFalse();
    }

    private int backend() {
        return sql.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private static @Nullable ProblemCode codeOf(String method, Runnable work) {
        var code = new AtomicReference<@Nullable ProblemCode>();
        during(method, () -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                code.set(ProblemAdvice.problemOf(failure).code());
            }
        });
        return code.get();
    }

    /** On a thread of its own, as the web server does it. */
    private static void during(String method, Runnable work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> serve(method, "/v1/anything", work)).get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void serve(String method, String path, Runnable work) {
        try {
            new QueryRequests().doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(),
                    (_, _) -> work.run());
        } catch (ServletException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
