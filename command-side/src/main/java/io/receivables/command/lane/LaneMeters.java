package io.receivables.command.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.receivables.command.lane.Turn.Outcome;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many commands, how fast, with what outcome. */
@Component
class LaneMeters {

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Counter conflicts;
    private final DistributionSummary groupSize;

    LaneMeters(MeterRegistry registry) {
        this.registry = registry;
        this.conflicts = Counter.builder("receivables.command.conflict")
                .description("races for a stream that were lost to another node, and tried again")
                .register(registry);
        this.groupSize = DistributionSummary.builder("receivables.commit.group.size")
                .description("commands in one transaction")
                .register(registry);
    }

    void watch(Queue<?> queue) {
        registry.gaugeCollectionSize("receivables.command.waiting", List.of(), queue);
    }

    void committed(int commands) {
        groupSize.record(commands);
    }

    void conflict() {
        conflicts.increment();
    }

    /** From acceptance to answer. */
    void told(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> time(answered.turn(), answered.answer().replayed() ? "replayed" : "done");
            case Outcome.Refused refused -> {
                boolean expected = refused.refusal() instanceof Refusal;
                time(refused.turn(), expected ? "refused" : "failed");
                if (refused.refusal() instanceof Refusal refusal) {
                    registry.counter("receivables.command.refused", "code", refusal.code().name()).increment();
                }
            }
            case Outcome.Later _ -> {
            }
        }
    }

    private void time(Turn turn, String outcome) {
        var command = turn.command().getClass().getSimpleName();
        timers.computeIfAbsent(command + " " + outcome,
                _ -> registry.timer("receivables.command", "command", command, "outcome", outcome))
                .record(turn.nanosSinceAccepted(), TimeUnit.NANOSECONDS);
    }
}
