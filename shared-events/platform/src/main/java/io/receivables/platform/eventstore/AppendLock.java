package io.receivables.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The advisory lock that every append shares from before it draws its numbers until its transaction ends. It blocks
 * nobody; its holders are the transactions that may still fill a hole.
 */
final class AppendLock {

    /** Any number will do, as long as every writer and reader of one database knows the same. */
    static final long KEY = 0x5245_4356_4150_5044L;

    /** How {@code pg_locks} shows the two halves of a key of 64 bits. */
    static final String HOLDERS = """
            select virtualtransaction
              from pg_locks
             where locktype = 'advisory' and granted and objsubid = 1
               and classid = %d::bigint::oid and objid = %d::bigint::oid
               and database = (select oid from pg_database where datname = current_database())
            """.formatted(KEY >>> 32, KEY & 0xFFFF_FFFFL);

    /**
     * Keeps every other append waiting until this transaction ends: for who has lost the race for a stream again and again.
     * Holders count the same for readers, whether they share or not.
     */
    static void takeAlone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
        }
    }

    private AppendLock() {}
}
