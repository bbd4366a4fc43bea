package io.receivables.query.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    @Test
    void askedAgainWithinTheIntervalItDoesNotLookAgain() {
        var looks = new AtomicLong();
        var look = new SharedLook(looks::incrementAndGet, Duration.ofHours(1));

        assertThat(look.newest()).isEqualTo(1);
        assertThat(look.newest()).isEqualTo(1);
    }

    @Test
    void afterTheIntervalItLooksAgain() {
        var looks = new AtomicLong();
        var look = new SharedLook(looks::incrementAndGet, Duration.ZERO);

        assertThat(look.newest()).isEqualTo(1);
        assertThat(look.newest()).isEqualTo(2);
    }

    @Test
    void whileOneLooksTheOthersGoOnWithWhatWasSeen() throws Exception {
        var looking = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var look = new SharedLook(() -> {
            looking.countDown();
            await(go);
            return 7;
        }, Duration.ZERO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(look::newest);
            await(looking);
            assertThat(look.newest()).isZero();
            go.countDown();
            assertThat(first.get()).isEqualTo(7);
        }
    }

    @Test
    void aLookThatFailsIsTriedAgain() {
        var looks = new AtomicLong();
        var look = new SharedLook(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return 5;
        }, Duration.ofHours(1));

        assertThatThrownBy(look::newest).hasMessage("the database is away");
        assertThat(look.newest()).isEqualTo(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
