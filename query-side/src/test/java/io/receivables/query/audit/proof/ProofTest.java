package io.receivables.query.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.EventCatalog;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.query.audit.proof.Proof.Projection;
import io.receivables.query.audit.proof.ProofJob.State;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.Rebuild;
import io.receivables.query.ledger.RebuildLedger;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The books are what the history says; and where a row is made to say something else, that is found. */
@QueryTest
@TestPropertySource(properties = "own.database=proof")
@SuppressWarnings("NullAway.Init") // filled by Spring
class ProofTest {

    private static final ProveBooks.Progress UNHEARD = (_, _) -> {};

    @Autowired
    private Stories stories;
    @Autowired
    private RebuildLedger rebuilds;
    @Autowired
    private Proofs proofs;
    @Autowired
    private ProofJournal journal;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc http;

    /** With rows in every table, told once. */
    private static @Nullable Story full;
    private Story story;

    @BeforeEach
    void aStory() {
        story = stories.begin();
    }

    /** Who adds a kind of fact says here, too, what it means. */
    @Test
    void everyKindOfFactIsKnown() {
        assertThat(Streams.knownFacts()).isEqualTo(EventCatalog.byAlias().keySet());
    }

    /** Who adds a table or column to the books has it proved, or says in the decision record why it is not. */
    @Test
    void everyColumnOfTheBooksIsProved() {
        var unproved = Set.of("token_entry", "parked_fact", "flyway_schema_history", "event_log");
        var inBooks = jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'ledger' and table_name not in (:unproved)
                   and column_name not in ('position', 'ordinal')""")
                .param("unproved", unproved)
                .query((row, _) -> row.getString(1))
                .list();
        var proved = Arrays.stream(ProvedTable.values())
                .flatMap(table -> table.columns().stream().map(column -> table.stored() + "." + column))
                .toList();
        assertThat(proved).containsExactlyInAnyOrderElementsOf(inBooks);
    }

    @Test
    void everyKindOfFactIsReadAsTheBooksReadIt() throws Exception {
        EveryFact.tellIn(story);
        story.position();
        var proof = proof();
        assertThat(differing(proof)).isEmpty();
        assertThat(proof.proved()).isTrue();
        assertThat(proof.projections()).allSatisfy(table -> assertThat(table.rows()).as(table.name()).isPositive());

        rebuild();
        assertThat(differing(proof())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261126})
    void anyHistoryIsProvedAlsoAfterARebuild(long seed) throws Exception {
        randomHistory(seed, 300);
        assertThat(differing(proof())).isEmpty();

        rebuild();
        assertThat(differing(proof())).isEmpty();
    }

    private void rebuild() {
        var id = rebuilds.start("operator-1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rebuilds.find(id).orElseThrow().state() != Rebuild.State.RUNNING);
    }

    /** One row is changed, one taken away, one added, by somebody whom nothing stops. */
    @ParameterizedTest
    @EnumSource
    void rowsThatWerePlantedAreFound(ProvedTable table) throws Exception {
        if (full == null) {
            EveryFact.tellIn(story);
            randomHistory(7, 200);
            full = story;
            assertThat(differing(proof())).isEmpty();
        }
        story = full;
        var proof = proofAfter(Planted.in(table, story.entity().value()));

        assertThat(proof.proved()).isFalse();
        assertThat(differing(proof)).isEqualTo(Map.of(table.table(), 3L));
        assertThat(of(proof, table).first()).hasSize(3)
                .anySatisfy(row -> assertThat(row.expected()).isNull())
                .anySatisfy(row -> assertThat(row.found()).isNull())
                .anySatisfy(row -> assertThat(row.expected()).isNotNull().isNotEqualTo(row.found()));
    }

    @Test
    void aDebtThatIsNotWhatFallsDueIsFound() throws Exception {
        story.account("C1").invoice("I1", "C1", "10.00", "2026-01-05", "2026-02-04").position();

        var proof = proofAfter(List.of("update ledger.account_total set debt = debt + 1 where account_id = '"
                + story.id("C1") + "'"));

        assertThat(differing(proof)).isEqualTo(Map.of("account_total", 1L));
    }

    /** In a transaction that is rolled back; each edit finds one row. */
    private Proof proofAfter(List<String> edits) throws Exception {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                for (var edit : edits) {
                    assertThat(statement.executeUpdate(edit)).as(edit).isEqualTo(1);
                }
            }
            var proof = ProveBooks.inTransaction(connection, UNHEARD).seenBy(Scope.of(story.entity().value()));
            connection.rollback();
            connection.setAutoCommit(true);
            return proof;
        }
    }

    @Test
    void whatIsRecordedMeanwhileIsLeftOutOnBothSides() throws Exception {
        story.account("C1").invoice("I1", "C1", "10.00", "2026-01-05", "2026-02-04").position();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                statement.execute("select 1 from ledger.token_entry"); // takes the snapshot
            }
            long meanwhile = story.invoice("I2", "C1", "20.00", "2026-01-05", "2026-02-04").position();
            var proof = ProveBooks.inTransaction(connection, UNHEARD).seenBy(Scope.of(story.entity().value()));
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(proof.position()).isLessThan(meanwhile);
            assertThat(differing(proof)).isEmpty();
        }
    }

    @Test
    void aProofThatIsNotThereIsNotFound() throws Exception {
        http.perform(get("/v1/audit/proofs/" + UUID.randomUUID()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PROOF_NOT_FOUND"));
        http.perform(get("/v1/audit/proofs/first")).andExpect(jsonPath("$.code").value("PROOF_NOT_FOUND"));
        Stories.actAsMemberOf(story.entity().value());
        http.perform(get("/v1/audit/proof?legalEntity=ELSEWHERE"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("LEGAL_ENTITY_NOT_FOUND"));
    }

    @Test
    void aShortHistoryIsProvedWhileOneWaits() throws Exception {
        long position = story.account("C1").invoice("I1", "C1", "10.00", "2026-01-05", "2026-02-04").position();
        http.perform(get("/v1/audit/proof?legalEntity=" + story.entity().value()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.position").value(position))
                .andExpect(jsonPath("$.proved").value(true))
                .andExpect(jsonPath("$.projections.length()").value(ProvedTable.values().length))
                .andExpect(jsonPath("$.projections[?(@.name == 'movement')].rows").value(1))
                .andExpect(jsonPath("$.projections[?(@.name == 'movement')].differences").value(0));
    }

    @Test
    void aLongHistoryIsProvedInTheBackground() throws Exception {
        long position = story.account("C1").position();
        var started = http.perform(post("/v1/audit/proofs"))
                .andExpect(status().isAccepted())
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse();
        var location = String.valueOf(started.getHeader("Location"));
        var done = await(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        assertThat(done.state()).isEqualTo(State.DONE);
        http.perform(get(location + "?legalEntity=" + story.entity().value()))
                .andExpect(jsonPath("$.eventsRead").value(position))
                .andExpect(jsonPath("$.result.position").value(position))
                .andExpect(jsonPath("$.result.proved").value(true))
                .andExpect(jsonPath("$.result.projections[?(@.name == 'account')].rows").value(1));
        var answered = new Proofs(dataSource, jdbc, journal, 0).latest(Scope.of(story.entity().value()));
        assertThat(answered).as("the newest of a long history").isEqualTo(done.result());
        assertThat(journal.standing().ageSeconds()).isBetween(0.0, 600.0);
    }

    @Test
    void onlyOneRunsAtATime() throws Exception {
        try (var otherProcess = EmbeddedDatabase.anotherPoolOn(dataSource.unwrap(HikariDataSource.class));
                var session = otherProcess.getConnection()) {
            lock(session, "pg_advisory_lock");
            http.perform(post("/v1/audit/proofs"))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("PROOF_RUNNING"));
            lock(session, "pg_advisory_unlock");
        }
    }

    @Test
    void oneWhoseProcessHasEndedIsInterrupted() {
        var dead = UUID.randomUUID();
        assertThat(journal.begin(dead, "auditor-1", null)).isTrue();
        assertThat(proofs.find(dead, Scope.of(null)).orElseThrow().state()).isEqualTo(State.INTERRUPTED);
        await(proofs.start("auditor-1"));
        assertThat(proofs.find(dead, Scope.of(null)).orElseThrow().state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void aMomentOfTheScheduleIsProvedOnceByAllNodes() {
        var moment = Instant.parse("2026-06-30T01:30:00Z").plusNanos(System.nanoTime() / 1000 * 1000);
        var begun = proofs.startScheduled(moment);
        assertThat(begun).isPresent();
        assertThat(await(begun.orElseThrow()).requestedBy()).isEqualTo("schedule");
        assertThat(proofs.startScheduled(moment)).isEmpty();
    }

    @Test
    void theScheduleIsInUtcAndCanBeSwitchedOff() {
        var noon = Instant.parse("2026-06-30T12:00:00Z");
        assertThat(new ProofSchedule(proofs, "0 30 1 * * *", Clock.systemUTC()).next(noon))
                .isEqualTo("2026-07-01T01:30:00Z");
        assertThat(new ProofSchedule(proofs, "-", Clock.systemUTC()).next(noon)).isNull();
    }

    private void randomHistory(long seed, int facts) {
        System.out.println("seed " + seed);
        for (int i = 0; i < 3; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, new Random(seed), 3);
        for (int i = 0; i < facts; i++) {
            history.oneFact();
        }
        story.position();
    }

    private Proof proof() throws SQLException, InterruptedException {
        try (var connection = dataSource.getConnection()) {
            return ProveBooks.on(connection, UNHEARD).seenBy(Scope.of(story.entity().value()));
        }
    }

    private static Map<String, Long> differing(Proof proof) {
        proof.projections().forEach(table -> table.first().forEach(row -> System.out.println(table.name() + row)));
        return proof.projections()
                .stream()
                .filter(table -> table.differences() > 0)
                .collect(Collectors.toMap(Projection::name, Projection::differences));
    }

    private static Projection of(Proof proof, ProvedTable table) {
        return proof.projections().stream().filter(it -> it.name().equals(table.table())).findFirst().orElseThrow();
    }

    private ProofJob await(UUID id) {
        var scope = Scope.of(null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> proofs.find(id, scope).orElseThrow().state() != State.RUNNING);
        // The lock goes a moment after the end was written.
        Awaitility.await().until(() -> !locked());
        return proofs.find(id, Scope.of(story.entity().value())).orElseThrow();
    }

    private boolean locked() {
        return jdbc.sql("""
                select exists (select from pg_locks where locktype = 'advisory' and objsubid = 1
                    and (classid::bigint << 32 | objid::bigint) = ?)""")
                .param(ProofJournal.LOCK)
                .query(Boolean.class)
                .single();
    }

    private static void lock(Connection session, String function) throws SQLException {
        try (var statement = session.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, ProofJournal.LOCK);
            statement.execute();
        }
    }
}
