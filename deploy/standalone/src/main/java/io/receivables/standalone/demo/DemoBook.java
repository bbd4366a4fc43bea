package io.receivables.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Loads the sample "Late payment histories" through the API: 2,466 invoices of 100 customers, each paid in full. The
 * file names no currency and no seller; euro and the legal entity FR01 are our choice. Loading again changes nothing.
 */
public final class DemoBook {

    private static final String ENTITY = "FR01";
    private static final String CURRENCY = "EUR";
    private static final LocalDate OPENED = LocalDate.of(2012, 1, 1);
    private static final int AT_ONCE = 8;

    private final DemoClient client;
    private final ProgressBar progress;

    private DemoBook(DemoClient client, ProgressBar progress) {
        this.client = client;
        this.progress = progress;
    }

    /** Loads the book and returns when all of it was accepted. */
    public static void load(URI server, String token) throws IOException, InterruptedException {
        var invoices = DemoInvoice.all();
        var customers = invoices.stream().map(DemoInvoice::customer).distinct().sorted().toList();
        var progress = new ProgressBar(System.out, "Loading the demo book", 1 + customers.size() + 2 * invoices.size());
        try (var client = new DemoClient(server, token)) {
            var book = new DemoBook(client, progress);
            book.registerEntity();
            together(customers.stream().map(book::opening).toList());
            together(invoices.stream().map(book::story).toList());
        }
    }

    private void registerEntity() throws IOException, InterruptedException {
        client.send("PUT", "/v1/legal-entities/" + ENTITY, "entity/" + ENTITY, Map.of("name", "Demo company",
                "country", "FR", "timeZone", "Europe/Paris", "baseCurrency", CURRENCY));
        progress.step();
    }

    private Callable<@Nullable Void> opening(String customer) {
        return () -> {
            client.send("POST", "/v1/customer-accounts", "account/" + customer,
                    Map.of("accountId", customer, "customerId", customer, "name", customer, "legalEntity", ENTITY,
                            "currency", CURRENCY, "terms", Map.of("netDays", 30), "effectiveDate", OPENED));
            progress.step();
            return null;
        };
    }

    /** An invoice must be there before its payment; different invoices have nothing to do with each other. */
    private Callable<@Nullable Void> story(DemoInvoice invoice) {
        return () -> {
            var amount = Map.of("amount", invoice.amount(), "currency", CURRENCY);
            client.send("POST", "/v1/invoices", "invoice/" + invoice.number(),
                    Map.of("invoiceId", invoice.number(), "invoiceNumber", invoice.number(), "accountId",
                            invoice.customer(), "issueDate", invoice.issued(), "dueDate", invoice.due(), "total",
                            amount));
            progress.step();
            client.send("POST", "/v1/payments", "payment/" + invoice.number(),
                    Map.of("paymentId", "PAY-" + invoice.number(), "accountId", invoice.customer(), "amount", amount,
                            "receivedDate", invoice.settled(), "method", "BANK_TRANSFER", "allocations",
                            List.of(Map.of("invoiceId", invoice.number(), "amount", amount))));
            progress.step();
            return null;
        };
    }

    private static void together(List<Callable<@Nullable Void>> tasks) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var running = tasks.stream().map(threads::submit).toList();
            try {
                for (var task : running) {
                    task.get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw new IOException(String.valueOf(failure.getCause()), failure);
            }
        }
    }
}
