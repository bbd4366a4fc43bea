package io.receivables.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.receivables.query.testing.QueryTest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A node that stops, or fails, in the middle of a file. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ExportWorkerTest {

    private static final int PARTS = 2;

    @Autowired
    private ExportStore store;
    @Autowired
    private ExportSettings settings;
    @Autowired
    private ExportWorker ofTheApplication;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private JsonMapper json;

    @BeforeEach
    void nobodyElseWrites() {
        ofTheApplication.stop();
    }

    @AfterEach
    void othersWriteAgain() {
        ofTheApplication.start();
    }

    @Test
    void aFileThatAStopBrokeOffIsWrittenAnewAsAWhole() {
        var written = new CountDownLatch(PARTS);
        var stopped = new CountDownLatch(1);
        var first = new ExportWorker(store, settings, List.of(new Parts() {
            @Override
            public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
                for (int i = 0; i < PARTS; i++) {
                    part(out);
                    written.countDown();
                }
                until(stopped);
                part(out);
            }
        }));
        var id = waiting();
        first.start();
        until(written);
        assertThat(parts(id)).isEqualTo(PARTS);
        var stopping = Thread.ofPlatform().start(first::stop);
        await().until(() -> !first.isRunning());
        stopped.countDown();
        await().until(() -> !stopping.isAlive());
        assertThat(parts(id)).as("what the attempt left").isZero();

        var second = new ExportWorker(store, settings, List.of(new Parts()));
        second.start();
        await().until(() -> !"RUNNING".equals(state(id)) && !"QUEUED".equals(state(id)));
        second.stop();
        assertThat(state(id)).isEqualTo("DONE");
        assertThat(parts(id)).isEqualTo(PARTS);
    }

    @Test
    void anExportThatFailsByAnErrorEndsNobodyElses() {
        var failing = waiting();
        var worker = new ExportWorker(store, settings, List.of(new Parts() {
            @Override
            public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
                if (job.exportId().equals(failing)) {
                    throw new StackOverflowError("test");
                }
                super.write(job, out, progress);
            }
        }));
        worker.start();
        await().until(() -> "RUNNING".equals(state(failing)));
        var other = waiting();
        worker.wake();
        await().until(() -> "DONE".equals(state(other)));
        worker.stop();
        jdbc.sql("update operations.export set state = 'FAILED' where export_id = ?").param(failing).update();
    }

    @Test
    void whatIsBeingWrittenTakesRoomToo() {
        long before = store.storedBytes();
        var id = waiting();
        jdbc.sql("update operations.export set state = 'RUNNING', attempt = 2 where export_id = ?").param(id).update();
        jdbc.sql("insert into operations.export_part values (?, 1, 0, 'abc'::bytea), (?, 2, 0, 'abcde'::bytea)")
                .params(id, id)
                .update();
        assertThat(store.storedBytes() - before).isEqualTo(5);
        jdbc.sql("update operations.export set state = 'FAILED' where export_id = ?").param(id).update();
        assertThat(store.storedBytes()).isEqualTo(before);
    }

    private static void until(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }

    private UUID waiting() {
        var id = UUID.randomUUID();
        var settled = new Settled(new TreeMap<>(), null, "f", "application/gzip");
        jdbc.sql("""
                insert into operations.export (export_id, kind, subject, roles, entities, all_entities, idempotency_key,
                       fingerprint, purpose, settled, state)
                values (?, 'EVENTS', 'clerk-1', '{controller}', '{}', true, ?, '', 'audit', ?::json, 'QUEUED')""")
                .params(id, id.toString(), json.writeValueAsString(settled))
                .update();
        return id;
    }

    private int parts(UUID id) {
        return jdbc.sql("select count(*) from operations.export_part where export_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private String state(UUID id) {
        return jdbc.sql("select state from operations.export where export_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** A file of whole parts. */
    private static class Parts implements ExportContent {

        @Override
        public ExportKind kind() {
            return ExportKind.EVENTS;
        }

        @Override
        public Settled settle(Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(ExportJob job, OutputStream out, Progress progress) throws IOException {
            for (int i = 0; i < PARTS; i++) {
                part(out);
            }
        }

        final void part(OutputStream out) throws IOException {
            out.write(new byte[PartStream.PART_BYTES]);
        }
    }
}
