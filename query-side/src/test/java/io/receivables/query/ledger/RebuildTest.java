package io.receivables.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.zaxxer.hikari.HikariDataSource;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import io.receivables.platform.eventstore.SchemaMigration;
import io.receivables.platform.testing.EmbeddedDatabase;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

@QueryTest
@Import(PlantedFaults.Configuration.class)
@SuppressWarnings("NullAway.Init") // filled by Spring
class RebuildTest {

    @Autowired
    private PlantedFaults faults;
    @Autowired
    private ParkedFacts parked;
    @Autowired
    private RebuildLedger rebuilds;
    @Autowired
    private EventProcessingConfiguration processing;
    @Autowired
    private Stories stories;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private JdbcTemplate template;
    @Autowired
    @Qualifier("eventTransactionManager")
    private PlatformTransactionManager transactions;
    @Autowired
    private ReceivablesEventStorageEngine store;
    @Autowired
    private FactReader reader;
    @Autowired
    private Serializer general;
    @Autowired
    private MockMvc http;

    private Story story;
    private HikariDataSource otherProcess;

    @BeforeEach
    void aBook() throws SQLException {
        otherProcess = EmbeddedDatabase.anotherPoolOn(dataSource.unwrap(HikariDataSource.class));
        story = stories.begin().account("C1").account("C2");
        months(story, "B", 20);
        story.bookedOn(LocalDate.of(2026, 3, 1))
                .invoice("L", "C1", "9.00", "2026-01-31", "2026-02-28")
                .bookedOn(null);
        story.payment("U1", null, "5.00", "2026-02-10")
                .tell(new PaymentReceived(new PaymentId(story.id("T")), story.accountId("C2"), story.entity(),
                        Story.eur("3.00"), LocalDate.of(2026, 2, 1), null, PaymentMethod.CARD,
                        "tab\tline\nback\\slash \\N é"))
                .position();
    }

    @AfterEach
    void repair() {
        faults.repair();
        otherProcess.close();
    }

    @Test
    void anUnknownProjectionCannotBeRebuilt() throws Exception {
        http.perform(post("/v1/operations/projections/nothing/rebuild"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PROJECTION_NOT_FOUND"));
        http.perform(get("/v1/operations/rebuilds/00000000-0000-0000-0000-000000000000"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("REBUILD_NOT_FOUND"));
    }

    @Test
    void onlyOneRunsAtATime() throws Exception {
        try (var other = otherProcess.getConnection()) {
            lock(other, "pg_advisory_lock");
            http.perform(post("/v1/operations/projections/ledger/rebuild"))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("REBUILD_RUNNING"));
            lock(other, "pg_advisory_unlock");
        }
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception {
        var live = Fingerprints.of(jdbc);
        var log = logged();
        long before = booksOid();

        var started = http.perform(post("/v1/operations/projections/ledger/rebuild"))
                .andExpect(status().isAccepted())
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse();
        await(Objects.requireNonNull(started.getHeader("Location")));

        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
        assertThat(booksOid()).as("other tables").isNotEqualTo(before);
        assertThat(schemas()).isEqualTo(1);
        assertThat(indexes("ledger")).isEqualTo(indexesOfFreshBooks());
        assertThat(logged()).as("the log shows the new facts with their events").isEqualTo(log);
        assertThat(jdbc
                .sql("""
                        select count(*) from pg_rewrite r join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
                         where r.ev_class = 'ledger.event_log'::regclass and d.refobjid = 'ledger.fact'::regclass""")
                .query(Long.class)
                .single()).isPositive();
        assertThat(story.payment("P9", "C1", "1.00", "2026-02-10").position()).as("the processor goes on by itself")
                .isEqualTo(story.stored());
    }

    @Test
    void itemsThatAreForgottenAreLookedUpAtTheEnd() {
        var live = Fingerprints.of(jdbc);

        var forgetful = new RebuildLedger(new RebuildRun.Parts(dataSource, template, transactions, store, reader,
                LedgerRows::of, general, new RebuildJournal(jdbc), 3));

        assertThat(await(forgetful.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
    }

    @Test
    void factsAndQueriesGoOnMeanwhile() throws Exception {
        long known = story.position();
        var question = "/v1/aged-balance?legalEntity=" + story.entity().value() + "&asAt=2026-03-31&asKnown=" + known;
        var answer = http.perform(get(question)).andReturn().getResponse().getContentAsString();
        assertThat(JsonPath.<Boolean>read(answer, "$.control.ties")).isTrue();
        var live = stories.begin().account("C1").account("C2");
        var stop = new AtomicBoolean();
        var asked = new AtomicInteger();
        var answers = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newCachedThreadPool()) {
            var running = new ArrayList<Future<?>>();
            running.add(threads.submit(() -> {
                for (int i = 0; !stop.get(); i++) {
                    months(live, "L" + i + "-", 1);
                }
                return null;
            }));
            for (int i = 0; i < 2; i++) {
                running.add(threads.submit((Callable<Void>) () -> {
                    Stories.actAsMemberOf(story.entity().value());
                    while (!stop.get()) {
                        answers.add(http.perform(get(question)).andReturn().getResponse().getContentAsString());
                        asked.incrementAndGet();
                    }
                    return null;
                }));
            }
            try {
                for (int round = 0; round < 3; round++) {
                    int before = asked.get();
                    assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
                    Awaitility.await().until(() -> asked.get() > before + 20);
                }
            } finally {
                stop.set(true);
            }
            for (var thread : running) {
                thread.get();
            }
        }
        assertThat(answers).isEqualTo(Set.of(answer));
        live.position();
        var rebuilt = Fingerprints.of(jdbc);

        readAgainFromTheFirstFact();
        assertThat(rebuilt).isEqualTo(Fingerprints.of(jdbc));
    }

    @Test
    void itWaitsForWhoeverLooksAtTheBooksOfBefore() throws Exception {
        try (var reader = otherProcess.getConnection()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var movements = number(reader, "select count(*) from ledger.movement");
            long before = booksOid();
            // Told behind the reader's back: the new books hold it, the reader must not miss it in one and see it in
            // the other.
            story.invoice("I9", "C1", "9.00", "2026-01-05", "2026-02-04").position();
            var id = rebuilds.start("operator-1");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rebuilds.find(id).orElseThrow().phase() == Rebuild.Phase.SWAPPING);
            assertThat(number(reader, "select count(*) from ledger.movement")).isEqualTo(movements);
            assertThat(booksOid()).isEqualTo(before);
            reader.commit();
            assertThat(await(id).state()).isEqualTo(Rebuild.State.DONE);
            assertThat(number(reader, "select count(*) from ledger.movement")).isEqualTo(movements + 1);
        }
    }

    /** The new books have taken the place of the old ones: to call that a failure would be wrong. */
    @Test
    void oldBooksThatCannotBeDroppedAreLeftToTheNextRebuild() {
        var live = Fingerprints.of(jdbc);
        long before = booksOid();
        jdbc.sql("""
                create function public.keep_old_books() returns event_trigger language plpgsql as $$
                begin
                    if exists (select from pg_event_trigger_dropped_objects() where object_identity = 'ledger_old') then
                        raise exception 'the old books are kept';
                    end if;
                end $$""").update();
        jdbc.sql("create event trigger keep_old_books on sql_drop execute function public.keep_old_books()").update();
        try {
            var rebuild = await(rebuilds.start("operator-1"));
            assertThat(rebuild.state()).isEqualTo(Rebuild.State.DONE);
            assertThat(booksOid()).isNotEqualTo(before);
            assertThat(schemas()).isEqualTo(2);
            assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
        } finally {
            jdbc.sql("drop event trigger keep_old_books").update();
            jdbc.sql("drop function public.keep_old_books()").update();
        }
        assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(schemas()).isEqualTo(1);
    }

    @Test
    void booksThatAreFarBehindAreOvertaken() {
        var live = Fingerprints.of(jdbc);
        var processor = processing.eventProcessor(LedgerProjection.GROUP, TrackingEventProcessor.class).orElseThrow();
        processor.shutDown();
        truncate();
        assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
        processor.start();
        story.payment("P9", "C1", "1.00", "2026-02-10").position();
    }

    @Test
    void anInterruptedRebuildLeavesNothingBehind() {
        var live = Fingerprints.of(jdbc);
        var id = rebuilds.start("operator-1");
        assertThat(jdbc.sql("""
                select count(pg_terminate_backend(pid)) from pg_locks
                 where locktype = 'advisory' and objsubid = 1 and (classid::bigint << 32 | objid::bigint) = ?""")
                .param(LedgerLock.REBUILD)
                .query(Long.class)
                .single()).isEqualTo(1);
        assertThat(await(id).state()).isNotEqualTo(Rebuild.State.DONE);
        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);

        assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(Fingerprints.of(jdbc)).isEqualTo(live);
        assertThat(schemas()).isEqualTo(1);
    }

    @Test
    void whatADeadProcessLeftIsDropped() throws Exception {
        jdbc.sql("create schema ledger_next_left").update();
        jdbc.sql("create table ledger_next_left.event_log (left_over int)").update();
        var dead = UUID.randomUUID();
        new RebuildJournal(jdbc).begin(dead, LedgerProjection.GROUP, "operator-1");
        http.perform(get("/v1/operations/rebuilds/" + dead)).andExpect(jsonPath("$.state").value("INTERRUPTED"));

        assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(schemas()).isEqualTo(1);
        http.perform(get("/v1/operations/rebuilds/" + dead)).andExpect(jsonPath("$.state").value("INTERRUPTED"));
        http.perform(get("/v1/operations/projections"))
                .andExpect(jsonPath("$.items[0].name").value("ledger"))
                .andExpect(jsonPath("$.items[0].lagEvents").value(0))
                .andExpect(jsonPath("$.items[0].rebuild.state").value("DONE"));
    }

    @Test
    void whatCannotBeFoldedIsParkedByTheRebuildAndBookedByTheNext() {
        var whole = Fingerprints.of(jdbc);
        faults.throwAtInvoice(story.id("B3"));
        await(rebuilds.start("operator-1"));
        assertThat(parked.count()).isPositive();
        assertThat(parked.concern(story.entity().value())).isTrue();

        faults.repair();
        await(rebuilds.start("operator-1"));
        assertThat(Fingerprints.of(jdbc)).isEqualTo(whole);
    }

    @Test
    void whatTheDatabaseRefusesIsParkedByTheRebuildAsWell() {
        var whole = Fingerprints.of(jdbc);
        faults.giveImpossibleRowAtPayment(story.id("U1"));
        assertThat(await(rebuilds.start("operator-1")).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(parked.after(0, 10)).singleElement()
                .satisfies(fact -> assertThat(fact.error()).contains("23514"));

        faults.repair();
        await(rebuilds.start("operator-1"));
        assertThat(Fingerprints.of(jdbc)).isEqualTo(whole);
    }

    private static void months(Story story, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            var id = prefix + i;
            story.invoice(id, "C1", "100.00", "2026-01-05", "2026-02-04")
                    .payment("P" + id, "C1", "80.00", "2026-02-10")
                    .allocate("A" + id, "P" + id, id, "C1", "80.00", "2026-02-10")
                    .creditNote("N" + id, "C2", "30.00", "2026-02-15")
                    .reverseAllocation("A" + id, "2026-03-01");
        }
    }

    private void readAgainFromTheFirstFact() {
        var processor = processing.eventProcessor(LedgerProjection.GROUP, TrackingEventProcessor.class).orElseThrow();
        processor.shutDown();
        truncate();
        processor.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("""
                        select coalesce((select max(position) from ledger.fact), 0)
                             = (select max(global_index) from eventstore.event)""").query(Boolean.class).single());
    }

    private void truncate() {
        jdbc.sql("truncate " + String.join(", ", Fingerprints.tables(jdbc)) + ", ledger.token_entry").update();
    }

    private void await(String location) {
        await(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
    }

    private Rebuild await(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> rebuilds.find(id).orElseThrow().state() != Rebuild.State.RUNNING);
        Awaitility.await()
                .until(() -> jdbc
                        .sql("""
                                select count(*) = 0 from pg_locks
                                 where locktype = 'advisory' and objsubid = 1 and (classid::bigint << 32 | objid::bigint) = ?""")
                        .param(LedgerLock.REBUILD)
                        .query(Boolean.class)
                        .single());
        return rebuilds.find(id).orElseThrow();
    }

    private long booksOid() {
        return jdbc.sql("select 'ledger.movement'::regclass::oid::bigint").query(Long.class).single();
    }

    /** The lines of the log of this story, with what their events say. */
    private List<String> logged() {
        var lines = jdbc.sql("""
                select row_to_json(e)::text from ledger.event_log e
                 where legal_entity = ? and data is not null order by position""")
                .param(story.entity().value())
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private long schemas() {
        return jdbc.sql("select count(*) from pg_namespace where nspname like 'ledger%'").query(Long.class).single();
    }

    private Set<String> indexes(String schema) {
        return indexes(jdbc, schema);
    }

    private static Set<String> indexes(JdbcClient jdbc, String schema) {
        return Set.copyOf(jdbc.sql("""
                select replace(pg_get_indexdef(i.indexrelid), ?, 'books') || coalesce(' ' || c.contype::text, '')
                  from pg_index i join pg_class t on t.oid = i.indrelid
                  left join pg_constraint c on c.conindid = i.indexrelid
                 where t.relnamespace = ?::regnamespace""").params(schema, schema).query(String.class).list());
    }

    private static Set<String> indexesOfFreshBooks() {
        try (var database = EmbeddedDatabase.freshDatabase()) {
            SchemaMigration.migrate(database, "eventstore", "db/eventstore");
            SchemaMigration.migrate(database, "elsewhere",
                    LedgerConfiguration.SCRIPTS);
            return indexes(JdbcClient.create(database), "elsewhere");
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql); var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void lock(Connection connection, String function) throws SQLException {
        number(connection, "select 1 from " + function + "(" + LedgerLock.REBUILD + ")");
    }
}
