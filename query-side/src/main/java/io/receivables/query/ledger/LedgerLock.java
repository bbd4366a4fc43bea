package io.receivables.query.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Advisory locks of the transactions that change the books out of turn: what is retried, what is parked behind it
 * meanwhile and the swap to rebuilt books follow each other.
 */
final class LedgerLock {

    /** Any numbers will do, as long as every node knows the same. */
    static final long CHANGES = 0x5245_4356_4C44_4752L;
    /** Held by the session that rebuilds, all the time. */
    static final long REBUILD = 0x5245_4356_5245_424CL;

    private LedgerLock() {}

    /** Until the running transaction ends. */
    static void take(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(CHANGES).query(_ -> {});
    }
}
