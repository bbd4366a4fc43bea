package io.receivables.command.agreement.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Ids;
import io.receivables.command.lane.Lane;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether money came for a promise or plan, or a day has passed for it, and sends the run that anybody may
 * ask for. Several nodes may do so at once, and a node that was away for days goes on where it was: each fact is dated by the
 * day on which it became true.
 */
@Component
class WhenADayHasPassedThenJudge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenADayHasPassedThenJudge.class);
    private static final Actor PRODUCT = new Actor("agreement-run", Set.of(), Set.of(), true);
    private static final String TO_JUDGE = """

             from command.agreement a
             join command.legal_entity e on e.legal_entity = a.legal_entity
            where (a.touches <> a.judged or a.look_at <= (:now::timestamptz at time zone e.time_zone)::date)""";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Lane lane;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration every;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;

    /** @param every how long it waits between two looks; zero: it never looks by itself */
    WhenADayHasPassedThenJudge(Lane lane, JdbcClient jdbc, Clock clock,
            @Value("${receivables.agreements.look-every:PT1M}") Duration every) {
        this.lane = lane;
        this.jdbc = jdbc;
        this.clock = clock;
        this.every = every;
    }

    private void work(CountDownLatch stop) {
        try {
            while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (var entity : entitiesToJudge()) {
                judge(entity);
            }
        } catch (RuntimeException e) {
            if (ProblemAdvice.isDatabaseAway(e)) {
                LOG.warn("promises and plans wait for the database: {}", e.toString());
            } else {
                LOG.error("promises and plans could not be judged, and will be tried again", e);
            }
        }
    }

    /** All that there is to judge of an entity, in parts. */
    void judge(LegalEntityId entity) {
        var accounts = accountsToJudge(entity);
        for (int from = 0; from < accounts.size() && !isStopping(); from += RunAgreements.PART) {
            int to = Math.min(from + RunAgreements.PART, accounts.size());
            try {
                send(entity, accounts, from, to);
            } catch (RuntimeException e) {
                if (isPassing(e)) {
                    throw e;
                }
                oneByOne(entity, accounts, from, to);
            }
        }
    }

    /** Of a part that failed: an account that cannot be judged keeps no other from it. */
    private void oneByOne(LegalEntityId entity, List<AccountId> accounts, int from, int to) {
        for (int i = from; i < to && !isStopping(); i++) {
            try {
                send(entity, accounts, i, i + 1);
            } catch (RuntimeException e) {
                if (isPassing(e)) {
                    throw e;
                }
                LOG.error("promises and plans of account {} could not be judged, and will be tried again",
                        accounts.get(i), e);
            }
        }
    }

    private void send(LegalEntityId entity, List<AccountId> accounts, int from, int to) {
        var part = new RunAgreements(entity, from == 0 ? null : accounts.get(from - 1), to - from);
        lane.submit(part, new CommandContext(PRODUCT, "agreements-" + Ids.next(), "agreement-run", null, Ids.next(),
                null)).join();
    }

    /** Whether no account is to blame: the database is away, or the lane takes nothing now. */
    private static boolean isPassing(RuntimeException failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return ProblemAdvice.isDatabaseAway(failure)
                || cause instanceof Refusal refusal && refusal.code().status() == 503;
    }

    private boolean isStopping() {
        return !every.isZero() && stopping.getCount() == 0;
    }

    private List<LegalEntityId> entitiesToJudge() {
        return jdbc.sql("select distinct a.legal_entity" + TO_JUDGE + " order by 1")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new LegalEntityId(row.getString(1)))
                .list();
    }

    private List<AccountId> accountsToJudge(LegalEntityId entity) {
        return jdbc.sql("select a.account_id" + TO_JUDGE + " and a.legal_entity = :entity order by 1")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("entity", entity.value())
                .query((row, _) -> new AccountId(row.getString(1)))
                .list();
    }

    @Override
    public synchronized void start() {
        if (isRunning() || every.isZero()) {
            return;
        }
        var stop = new CountDownLatch(1);
        stopping = stop;
        thread = Thread.ofPlatform().name("agreement-run").start(() -> work(stop));
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(STOP_LIMIT)) {
                LOG.warn("{} is left behind", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** After the lane has started, and until before it stops. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 512;
    }
}
