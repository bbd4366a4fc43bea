package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Run;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of commands on the book, each with ids that were not used before. */
final class Bodies {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Bodies() {}

    static String nextId(String prefix) {
        return "%s-%09d".formatted(prefix, COUNTER.incrementAndGet());
    }

    static String invoice(Run run, String id) {
        return invoice(accountOf(run, id), id, run.book().last());
    }

    static String invoice(String account, String id, LocalDate issued) {
        return """
                {"invoiceId":"%1$s","invoiceNumber":"%1$s","accountId":"%2$s","issueDate":"%3$s","dueDate":"%4$s",\
                "lines":[{"description":"Services of the month","netAmount":{"amount":"100.00","currency":"EUR"},\
                "taxRate":"20.00"}]}""".formatted(id, account, issued, issued.plusDays(30));
    }

    static String payment(String account, String id, LocalDate received) {
        return """
                {"paymentId":"%1$s","accountId":"%2$s","amount":{"amount":"100.00","currency":"EUR"},\
                "receivedDate":"%3$s","method":"BANK_TRANSFER","reference":"TRF %1$s"}"""
                .formatted(id, account, received);
    }

    /** The whole of an invoice of {@link #invoice(Run, String)}. */
    static String settlement(Run run, String payment, String invoice) {
        var account = accountOf(run, invoice);
        return """
                {"paymentId":"%1$s","accountId":"%2$s","amount":{"amount":"120.00","currency":"EUR"},\
                "receivedDate":"%3$s","method":"BANK_TRANSFER","reference":"TRF %1$s",\
                "allocations":[{"invoiceId":"%4$s","amount":{"amount":"120.00","currency":"EUR"}}]}"""
                .formatted(payment, account, run.book().last(), invoice);
    }

    private static String accountOf(Run run, String id) {
        return Book.account(Math.floorMod(id.hashCode(), run.book().shape().accounts()));
    }

    /** A cent, so that the same invoice may be used many times. */
    static String allocation(String invoice, LocalDate date) {
        return """
                {"invoiceId":"%s","amount":{"amount":"0.01","currency":"EUR"},\
                "discount":{"amount":"0.00","currency":"EUR"},"effectiveDate":"%s"}""".formatted(invoice, date);
    }
}
