package io.receivables.bench.book;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers that the event store draws. */
final class Sequence {

    private Sequence() {}

    static void startAfter(DataSource dataSource, long position) {
        JdbcClient.create(dataSource)
                .sql("select setval('eventstore.event_global_index', ?)")
                .param(position)
                .query(Long.class)
                .single();
    }
}
