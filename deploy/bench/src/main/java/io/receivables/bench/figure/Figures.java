package io.receivables.bench.figure;

import java.util.List;

/** All figures, in an order in which none disturbs the next one: the book grows from the commands on. */
public final class Figures {

    private Figures() {}

    /** What the others build on: it is always measured. */
    public static Figure first() {
        return new FillLedger();
    }

    public static List<Figure> others() {
        return List.of(new AgedBalances(), BookAnswers.kpis(), BookAnswers.queues(), BookAnswers.journals(),
                AuditAnswers.replay(), AuditAnswers.diff(), AuditAnswers.explain(), AuditAnswers.hindsight(),
                new ProveBooks(), new VerifyExport(), new ReadHistory(), new Lag(), new IssueInvoices(),
                new AllocatePayments(),
                new OverRest(), new Batches());
    }
}
