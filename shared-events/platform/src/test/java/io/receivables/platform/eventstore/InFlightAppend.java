package io.receivables.platform.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** An append whose transaction stays open on a thread of its own until the test ends it. */
final class InFlightAppend implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Transaction transaction;

    private InFlightAppend(TransactionManager transactions, EventStorageEngine engine,
            List<? extends EventMessage<?>> events) {
        transaction = CompletableFuture.supplyAsync(() -> {
            var begun = transactions.startTransaction();
            engine.appendEvents(events);
            return begun;
        }, thread).join();
    }

    static InFlightAppend begin(TransactionManager transactions, EventStorageEngine engine,
            List<? extends EventMessage<?>> events) {
        return new InFlightAppend(transactions, engine, events);
    }

    void commit() {
        CompletableFuture.runAsync(transaction::commit, thread).join();
    }

    void rollback() {
        CompletableFuture.runAsync(transaction::rollback, thread).join();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
