package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What load balancers and container engines ask. */
class HealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final Composed composed = Composed.shared();
    private final List<ServerProcess> both = List.of(composed.commandSide(), composed.querySide());

    @Test
    void whatIsInsideIsNobodysBusiness() {
        for (var side : both) {
            assertThat(anybody(side, "").body()).contains("UP").doesNotContain("postgres", "PostgreSQL", "components");
            assertThat(anybody(side, "/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
            anybody(side, "/db").refused(401, "UNAUTHENTICATED");
        }
    }

    @Test
    void goesDownWithTheDatabaseAndComesBackWithIt() throws Exception {
        composed.stopDatabase();
        try {
            for (var side : both) {
                await().atMost(PATIENCE).until(() -> anybody(side, "").status() == 503);
                assertThat(anybody(side, "/readiness").status()).isEqualTo(503);
                assertThat(anybody(side, "/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
                assertThat(anybody(side, "/liveness").status()).isEqualTo(200);
            }
            for (var operator : List.of(composed.commands("operator"), composed.queries("operator"))) {
                await().atMost(PATIENCE)
                        .until(() -> Scrape.of(operator)
                                .of("receivables_database_up")
                                .getFirst()
                                .value() == 0);
            }
        } finally {
            composed.startDatabase();
        }
        for (var side : both) {
            await().atMost(PATIENCE).until(() -> anybody(side, "/readiness").status() == 200);
        }
        var book = composed.book("BACK");
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(book.line("C1", "2024-02-29"))
                        .isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00"));
    }

    /** A fact that nobody can read stops the projection: queries would answer older books for ever. */
    @Test
    void theQuerySideIsNotReadyWhileItsProjectionIsStopped() throws Exception {
        var position = append("NoSuchFact");
        try {
            await().atMost(PATIENCE).until(() -> anybody(composed.querySide(), "/readiness").status() == 503);
            assertThat(anybody(composed.querySide(), "/liveness").status()).isEqualTo(200);
            assertThat(anybody(composed.commandSide(), "/readiness").status()).isEqualTo(200);
        } finally {
            remove(position);
        }
        await().atMost(PATIENCE).until(() -> anybody(composed.querySide(), "/readiness").status() == 200);
    }

    private static Answer anybody(ServerProcess side, String path) {
        return new Api(side.uri(), null, side.log()).get("/actuator/health" + path);
    }

    private long append(String type) throws Exception {
        try (var connection = composed.admin("receivables"); var statement = connection.createStatement()) {
            var key = statement.executeQuery("""
                    insert into eventstore.event (global_index, event_identifier, aggregate_identifier, sequence_number,
                           type, payload_type, payload_revision, payload, metadata, time_stamp)
                    values (nextval('eventstore.event_global_index'), gen_random_uuid()::text, 'none/1', 0, 'None',
                           '%s', '1', '{}', '{}', now())
                    returning global_index""".formatted(type));
            key.next();
            return key.getLong(1);
        }
    }

    /** Nobody but the owner of the server can: the store's guards have to be switched off for it. */
    private void remove(long position) throws Exception {
        try (var connection = composed.admin("receivables"); var statement = connection.createStatement()) {
            statement.execute("alter table eventstore.event disable trigger event_is_append_only");
            assertThat(statement.executeUpdate("delete from eventstore.event where global_index = " + position))
                    .isEqualTo(1);
            statement.execute("alter table eventstore.event enable always trigger event_is_append_only");
        }
    }
}
