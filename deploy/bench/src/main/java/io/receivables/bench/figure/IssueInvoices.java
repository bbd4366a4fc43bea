package io.receivables.bench.figure;

import io.receivables.bench.figure.Endpoint.Prepared;
import io.receivables.bench.run.Callers;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.util.stream.Stream;

/** Issuing invoices inside the process, one command a transaction as callers send them. */
final class IssueInvoices implements Figure {

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        var endpoint = Endpoint.post(run.service(), "/v1/invoices");
        issue(run, endpoint, 64, run.effort().warmUp());
        var ledger = new Ledger(run.service(), run.jdbc());
        compare(run, report, ledger, endpoint, 64, "");
        compare(run, report, ledger, endpoint, 1, "");
        ledger.awaitHead();
        ledger.stop();
        compare(run, report, ledger, endpoint, 64, ", the books kept elsewhere");
        ledger.start();
        ledger.awaitHead();
    }

    private static void compare(Run run, Report report, Ledger ledger, Endpoint endpoint, int callers, String where)
            throws Exception {
        int calls = callers == 1 ? Math.max(1, run.effort().calls() / 5) : run.effort().calls();
        try (var plain = PlainInserts.likeIssuing(run, callers)) {
            // One caller has the lane to himself, where 64 share each turn of it: nothing of it is warm yet.
            int warmUp = callers == 1 ? run.effort().warmUp() : run.effort().warmUp() / 4;
            issue(run, endpoint, callers, warmUp);
            Callers.rate(callers, warmUp, _ -> plain.write());
            report.add("issue invoice, in process, " + callers + " caller" + (callers == 1 ? "" : "s") + where,
                    Unit.COMMANDS_PER_SECOND, Comparison.interleaved(run.effort().rounds(),
                            ledger.settled(() -> issue(run, endpoint, callers, calls)),
                            ledger.settled(() -> Callers.rate(callers, calls, _ -> plain.write()))));
        }
    }

    private static double issue(Run run, Endpoint endpoint, int callers, int calls) {
        var prepared = Stream.generate(() -> endpoint.prepare(Bodies.invoice(run, Bodies.nextId("B"))))
                .limit(calls)
                .toArray(Prepared[]::new);
        return Callers.rate(callers, calls, number -> prepared[number].call());
    }
}
