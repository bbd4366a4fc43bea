package io.receivables.command.lane;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.StrictJson;
import io.receivables.command.lane.Turn.Outcome;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamCache;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one thread that decides the commands of this node, in the order in which they came. It takes whatever waits into one
 * transaction and never lingers for more. Should the transaction fail, each of its commands is decided in one of its own,
 * so that only the guilty one fails.
 */
@Component
public class Lane implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** Commands in one transaction: more gain nothing, and each of them waits for all of them. */
    static final int MOST_IN_GROUP = 256;
    /** Commands that wait; one more is refused. */
    static final int MOST_WAITING = 10_000;
    private static final int ATTEMPTS = 8;
    /** Who has lost as often keeps other nodes from appending, so that it cannot lose again. */
    private static final int ATTEMPTS_BESIDE_OTHERS = 3;
    private static final long TWIN_DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long TWIN_POLL_MILLIS = 5;
    /** Who has waited as long behind others that could not be committed is told to come back. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long IDLE_MILLIS = 200;

    private final GroupCommit commit;
    private final StreamCache cache;
    private final LaneMeters meters;
    private final JsonMapper json = StrictJson.mapper();
    private final LinkedBlockingQueue<Turn> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    /** Commands whose twin comes first; touched by the lane's thread alone. */
    private final List<Outcome.Later> later = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("command-lane").unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean ended;

    Lane(GroupCommit commit, StreamCache cache, LaneMeters meters) {
        this.commit = commit;
        this.cache = cache;
        this.meters = meters;
        meters.watch(queue);
    }

    /**
     * Accepts a command. Its answer, or its refusal, comes when the transaction that holds it has been committed.
     *
     * @throws Refusal COMMAND_QUEUE_FULL, SHUTTING_DOWN: it was not accepted
     */
    public CompletableFuture<Answer> submit(Command command, CommandContext context) {
        var turn = new Turn(command, context, IdempotencyKey.of(context, json));
        if (stopping) {
            throw shuttingDown();
        }
        if (!queue.offer(turn)) {
            throw new Refusal(ProblemCode.COMMAND_QUEUE_FULL, MOST_WAITING + " commands are waiting already");
        }
        if (ended && queue.remove(turn)) {
            throw shuttingDown();
        }
        return turn.answer();
    }

    private static Refusal shuttingDown() {
        return new Refusal(ProblemCode.SHUTTING_DOWN, "this node is shutting down; another one will answer");
    }

    private void run() {
        while (!stopping || !queue.isEmpty() || !later.isEmpty()) {
            try {
                process(nextGroup());
            } catch (Throwable unexpected) {
                // The lane must not die: whatever it was, its commands have been told.
                LOG.error("the lane goes on", unexpected);
            }
        }
        ended = true;
        failWaiting(shuttingDown());
    }

    private List<Turn> nextGroup() throws InterruptedException {
        var group = new ArrayList<Turn>();
        later.forEach(twin -> group.add(twin.turn()));
        boolean onlyElsewhere = later.stream().allMatch(Outcome.Later::elsewhere);
        later.clear();
        if (group.isEmpty() || onlyElsewhere) {
            var first = queue.poll(group.isEmpty() ? IDLE_MILLIS : TWIN_POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
            }
        }
        queue.drainTo(group, Math.max(0, MOST_IN_GROUP - group.size()));
        return group;
    }

    private void process(List<Turn> group) {
        if (group.isEmpty()) {
            return;
        }
        if (group.size() == 1) {
            alone(group.getFirst());
            return;
        }
        try {
            commit(group, false);
        } catch (Throwable failure) {
            if (isAway(failure)) {
                fail(group, failure);
                failWaiting(failure);
            } else {
                LOG.debug("{} commands are decided one by one: {}", group.size(), failure.toString());
                group.forEach(this::alone);
            }
        }
    }

    /** In a transaction of its own, as often as it loses a race. */
    private void alone(Turn turn) {
        if (turn.nanosSinceAccepted() > PATIENCE_NANOS) {
            tell(new Outcome.Refused(turn, new Refusal(ProblemCode.TOO_BUSY,
                    "commands before this one wait for locks that others hold; try again")));
            return;
        }
        while (!turn.answer().isDone()) {
            try {
                commit(List.of(turn), turn.lostRaces() >= ATTEMPTS_BESIDE_OTHERS);
                return;
            } catch (Throwable failure) {
                if (isAway(failure)) {
                    fail(List.of(turn), failure);
                    failWaiting(failure);
                    return;
                }
                var refusal = Conflicts.refusalOf(failure);
                // What stands in the way when it is written may be of a twin, whose answer the next try finds.
                boolean decided = refusal != null && turn.lostRaces() > 0;
                if (decided || refusal == null && !Conflicts.isLostRace(failure)) {
                    tell(new Outcome.Refused(turn, refusal != null ? refusal : Conflicts.unwrapped(failure)));
                    return;
                }
                LOG.debug("{} lost a race: {}", turn.command().getClass().getSimpleName(), failure.toString());
                meters.conflict();
                turn.lost(Conflicts.isLockTimeout(failure) ? ATTEMPTS / 2 : 1);
                if (turn.lostRaces() >= ATTEMPTS) {
                    tell(new Outcome.Refused(turn, new Refusal(ProblemCode.CONCURRENT_CHANGE,
                            "others changed the same documents " + ATTEMPTS + " times in a row; try again")));
                }
            }
        }
    }

    private void commit(List<Turn> turns, boolean alone) {
        cache.noteTouched();
        List<Outcome> outcomes;
        try {
            outcomes = commit.commit(turns, alone);
        } catch (Throwable failure) {
            cache.forgetTouched();
            throw failure;
        }
        meters.committed(turns.size());
        outcomes.forEach(this::tell);
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> answered.turn().answer().complete(answered.answer());
            case Outcome.Refused refused -> refused.turn().answer().completeExceptionally(refused.refusal());
            case Outcome.Later twin -> defer(twin);
        }
        meters.told(outcome);
    }

    private void defer(Outcome.Later twin) {
        if (twin.elsewhere() && twin.turn().nanosSinceAccepted() > TWIN_DEADLINE_NANOS) {
            tell(new Outcome.Refused(twin.turn(), new Refusal(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT,
                    "the first request with the key " + twin.turn().context().idempotencyKey()
                            + " has not ended within 5 s")));
        } else {
            later.add(twin);
        }
    }

    private void fail(List<Turn> turns, Throwable failure) {
        var reason = Conflicts.unwrapped(failure);
        turns.stream()
                .filter(turn -> !turn.answer().isDone())
                .forEach(turn -> tell(new Outcome.Refused(turn, reason)));
    }

    /** Nobody shall wait for a database that is away, or a node that has ended. */
    private void failWaiting(Throwable failure) {
        var waiting = new ArrayList<Turn>();
        later.forEach(twin -> waiting.add(twin.turn()));
        later.clear();
        queue.drainTo(waiting);
        fail(waiting, failure);
    }

    private static boolean isAway(Throwable failure) {
        return ProblemAdvice.isDatabaseAway(failure);
    }

    @Override
    public void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Finishes what was accepted. */
    @Override
    public void stop() {
        stopping = true;
        try {
            if (!thread.join(STOP_LIMIT)) {
                LOG.warn("{} commands are left unanswered", queue.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive() && !stopping;
    }

    /** Runs before requests come in and stops after the last one was answered, before the command bus loses its handlers. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 256;
    }
}
