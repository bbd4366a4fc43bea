package io.receivables.command.agreement.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Ids;
import io.receivables.command.lane.Lane;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemAdvice;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
                lane.submit(new RunAgreements(entity, null), new CommandContext(PRODUCT, "agreements-" + Ids.next(),
                        "agreement-run", null, Ids.next(), null)).join();
            }
        } catch (RuntimeException e) {
            if (ProblemAdvice.isDatabaseAway(e)) {
                LOG.warn("promises and plans wait for the database: {}", e.toString());
            } else {
                LOG.error("promises and plans could not be judged, and will be tried again", e);
            }
        }
    }

    private List<LegalEntityId> entitiesToJudge() {
        return jdbc.sql("""
                select distinct a.legal_entity
                  from command.agreement a
                  join command.legal_entity e on e.legal_entity = a.legal_entity
                 where a.touches <> a.judged or a.look_at <= (?::timestamptz at time zone e.time_zone)::date
                 order by 1""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new LegalEntityId(row.getString(1)))
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
