package io.receivables.command.batch;

import io.receivables.command.edge.CommandEndpoints;
import io.receivables.command.lane.Answer;
import io.receivables.command.lane.DryRun;
import io.receivables.command.lane.Lane;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Runs the lines of a batch that have no outcome yet, in order. A line whose command was committed and whose outcome was not
 * written is sent again: its key gives the stored answer.
 */
@Component
class BatchRun {

    /** Commands that are on their way at once: enough for the lane never to wait, few enough for others not to. */
    private static final int WINDOW = 512;
    private static final int PART = 1_000;
    private static final int DRY_RUN_PART = 200;

    private final BatchStore store;
    private final CommandEndpoints endpoints;
    private final Lane lane;
    private final DryRun dryRun;

    BatchRun(BatchStore store, CommandEndpoints endpoints, Lane lane, DryRun dryRun) {
        this.store = store;
        this.endpoints = endpoints;
        this.lane = lane;
        this.dryRun = dryRun;
    }

    /** Neither a success nor a refusal: nobody could judge the line now. */
    static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotNow(Throwable cause) {
            super(cause);
        }
    }

    private record Sent(BatchLine line, CompletableFuture<Answer> answer) {}

    /**
     * @param stop asked between lines; once true, the lines that are on their way are finished
     * @return whether every line has its outcome
     * @throws NotNow when the database is away, or the node stops; the rest may be tried again later
     */
    boolean run(BatchOrder order, String owner, BooleanSupplier stop) {
        return order.dryRun() ? judge(order, owner, stop) : send(order, owner, stop);
    }

    private boolean send(BatchOrder order, String owner, BooleanSupplier stop) {
        var sent = new ArrayDeque<Sent>(WINDOW);
        var outcomes = new ArrayList<LineOutcome>(PART);
        int last = store.lastOutcome(order.jobId());
        var lines = store.linesAfter(order.jobId(), last, PART);
        try {
            while (!lines.isEmpty() && !stop.getAsBoolean()) {
                for (var line : lines) {
                    if (sent.size() == WINDOW) {
                        outcomes.add(outcomeOf(sent.removeFirst()));
                    }
                    sent.addLast(send(BatchLine.read(line, order, endpoints)));
                }
                write(order, outcomes);
                if (!store.keep(order.jobId(), owner)) {
                    return false;
                }
                lines = store.linesAfter(order.jobId(), lines.getLast().line(), PART);
            }
            while (!sent.isEmpty()) {
                outcomes.add(outcomeOf(sent.removeFirst()));
            }
        } finally {
            sent.forEach(BatchRun::awaitEnd);
            write(order, outcomes);
        }
        return lines.isEmpty();
    }

    private Sent send(BatchLine line) {
        if (line.refusal() != null) {
            return new Sent(line, CompletableFuture.failedFuture(line.refusal()));
        }
        try {
            return new Sent(line, lane.submit(line.requireBound().command(), line.requireBound().context()));
        } catch (Refusal notAccepted) {
            return new Sent(line, CompletableFuture.failedFuture(new NotNow(notAccepted)));
        }
    }

    private LineOutcome outcomeOf(Sent sent) {
        try {
            var answer = sent.answer().join();
            return LineOutcome.done(sent.line(), answer, answer.position());
        } catch (CompletionException e) {
            var reason = e.getCause() instanceof RuntimeException runtime ? runtime : e;
            if (reason instanceof NotNow notNow) {
                throw notNow;
            }
            if (isNotNow(reason)) {
                throw new NotNow(reason);
            }
            return sent.line().refused(reason);
        }
    }

    private static boolean isNotNow(RuntimeException reason) {
        return ProblemAdvice.isDatabaseAway(reason) || reason instanceof Refusal refusal
                && (refusal.code() == ProblemCode.SHUTTING_DOWN || refusal.code() == ProblemCode.TOO_BUSY);
    }

    private static void awaitEnd(Sent sent) {
        try {
            sent.answer().join();
        } catch (RuntimeException told) {
            // What comes after a line that could not be judged is judged again, after it.
        }
    }

    private boolean judge(BatchOrder order, String owner, BooleanSupplier stop) {
        var outcomes = new ArrayList<LineOutcome>();
        var complete = new boolean[1];
        try {
            dryRun.run(judge -> complete[0] = judgeAll(order, judge, outcomes, stop));
        } catch (RuntimeException e) {
            throw ProblemAdvice.isDatabaseAway(e) ? new NotNow(e) : e;
        }
        if (!complete[0] || !store.keep(order.jobId(), owner)) {
            return false;
        }
        for (int begin = 0; begin < outcomes.size(); begin += PART) {
            store.addOutcomes(order.jobId(), outcomes.subList(begin, Math.min(outcomes.size(), begin + PART)));
        }
        return true;
    }

    private boolean judgeAll(BatchOrder order, DryRun.Judge judge, List<LineOutcome> outcomes, BooleanSupplier stop) {
        int last = 0;
        while (true) {
            var part = store.linesAfter(order.jobId(), last, DRY_RUN_PART);
            if (part.isEmpty()) {
                return true;
            }
            if (stop.getAsBoolean()) {
                return false;
            }
            var lines = part.stream().map(line -> BatchLine.read(line, order, endpoints)).toList();
            var verdicts = judge.judge(lines.stream()
                    .filter(line -> line.bound() != null)
                    .map(line -> new DryRun.Wish(line.requireBound().command(), line.requireBound().context()))
                    .toList())
                    .iterator();
            for (var line : lines) {
                outcomes.add(line.refusal() != null ? line.refused(line.refusal()) : outcome(line, verdicts.next()));
            }
            last = lines.getLast().line();
        }
    }

    private static LineOutcome outcome(BatchLine line, DryRun.Verdict verdict) {
        return switch (verdict) {
            case DryRun.Verdict.Done done -> LineOutcome.done(line, done.answer(), null);
            case DryRun.Verdict.Refused refused -> line.refused(refused.reason());
        };
    }

    private void write(BatchOrder order, List<LineOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            store.addOutcomes(order.jobId(), outcomes);
            outcomes.clear();
        }
    }
}
