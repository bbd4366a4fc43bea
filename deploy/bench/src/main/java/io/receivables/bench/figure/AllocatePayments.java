package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.figure.Endpoint.Prepared;
import io.receivables.bench.run.Callers;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Allocating payments to invoices inside the process: two streams in one transaction. The payment has just come in, the
 * invoice lies in the history and is read from there when its turn comes for the first time.
 */
final class AllocatePayments implements Figure {

    private @Nullable List<OpenInvoice> invoices;
    private int next;

    private record OpenInvoice(String id, String account) {}

    @Override
    public String name() {
        return "allocate";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        invoices = openInvoices(run);
        report.note(invoices.size() + " open invoices of the book are allocated to in turn");
        var receive = Endpoint.post(run.service(), "/v1/payments");
        var allocate = Endpoint.post(run.service(), "/v1/payments/{id}/allocations");
        var ledger = new Ledger(run.service(), run.jdbc());
        allocate(run, ledger, receive, allocate, 64, run.effort().warmUp() / 2);
        compare(run, report, ledger, receive, allocate, 64, "");
        compare(run, report, ledger, receive, allocate, 1, "");
        ledger.awaitHead();
        ledger.stop();
        compare(run, report, ledger, receive, allocate, 64, ", the books kept elsewhere");
        ledger.start();
        ledger.awaitHead();
    }

    private void compare(Run run, Report report, Ledger ledger, Endpoint receive, Endpoint allocate, int callers,
            String where) throws Exception {
        int calls = callers == 1 ? Math.max(1, run.effort().calls() / 5) : run.effort().calls();
        try (var plain = PlainInserts.likeAllocating(run, callers)) {
            int warmUp = run.effort().warmUp() / 4;
            allocate(run, ledger, receive, allocate, callers, warmUp);
            Callers.rate(callers, warmUp, _ -> plain.write());
            report.add("allocate payment, in process, " + callers + " caller" + (callers == 1 ? "" : "s") + where,
                    Unit.COMMANDS_PER_SECOND, Comparison.interleaved(run.effort().rounds(),
                            () -> allocate(run, ledger, receive, allocate, callers, calls),
                            ledger.settled(() -> Callers.rate(callers, calls, _ -> plain.write()))));
        }
    }

    private double allocate(Run run, Ledger ledger, Endpoint receive, Endpoint allocate, int callers, int calls) {
        var received = new Prepared[calls];
        var allocated = new Prepared[calls];
        for (int i = 0; i < calls; i++) {
            var invoice = nextInvoice();
            var payment = Bodies.nextId("P");
            received[i] = receive.prepare(Bodies.payment(invoice.account(), payment, run.book().last()));
            allocated[i] = allocate.prepare(Bodies.allocation(invoice.id(), run.book().last()), payment);
        }
        Callers.rate(64, calls, number -> received[number].call());
        ledger.settle();
        return Callers.rate(callers, calls, number -> allocated[number].call());
    }

    private OpenInvoice nextInvoice() {
        if (invoices == null) {
            throw new IllegalStateException("no invoices were chosen");
        }
        return invoices.get(next++ % invoices.size());
    }

    private static List<OpenInvoice> openInvoices(Run run) {
        return run.jdbc()
                .sql("""
                        select i.invoice_id, i.account_id
                          from hand.instalment i
                          left join hand.allocation a on a.invoice_id = i.invoice_id
                          left join hand.write_off w on w.invoice_id = i.invoice_id
                         where a.invoice_id is null and w.invoice_id is null and i.no = 1
                         order by md5(i.invoice_id::text)""")
                .query((row, _) -> new OpenInvoice(Book.invoice(row.getInt(1)), Book.account(row.getInt(2))))
                .list();
    }
}
