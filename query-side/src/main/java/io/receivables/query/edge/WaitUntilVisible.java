package io.receivables.query.edge;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.ledger.Progress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a client see its own write: a query with {@code If-Consistent-With: <position>} waits until the books have read
 * that far. Runs before the query takes its snapshot.
 */
final class WaitUntilVisible implements HandlerInterceptor {

    private static final String HEADER = "If-Consistent-With";
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(10);
    /** Who waits holds a thread and nothing else; this bounds how many threads that may be. */
    private static final int MOST_WAITING = 1_000;

    private final Progress progress;
    private final SharedLook look;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    WaitUntilVisible(Progress progress) {
        this.progress = progress;
        this.look = new SharedLook(() -> progress.now().position(), PAUSE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET")) {
            return true; // a command, where both sides run in one process
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var wanted = request.getHeader(HEADER);
        if (wanted != null) {
            awaitPosition(Parameters.position(HEADER, wanted));
        }
        for (var cut : List.of("asKnown", "asKnownOther")) {
            var asKnown = request.getParameter(cut);
            if (asKnown != null && asKnown.matches("[0-9]{1,18}")) {
                awaitStored(Long.parseLong(asKnown));
            }
        }
        return true;
    }

    /** A position that a command has answered is no future, even if the books have not read it yet. */
    private void awaitStored(long position) {
        if (progress.now().position() < position && progress.isStored(position)) {
            awaitPosition(position);
        }
    }

    private void awaitPosition(long position) {
        if (!waiting.tryAcquire()) {
            throw new Refusal(ProblemCode.NOT_YET_VISIBLE,
                    MOST_WAITING + " requests wait for the books already; try again");
        }
        try {
            awaitInTurn(position);
        } finally {
            waiting.release();
        }
    }

    private void awaitInTurn(long position) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (look.newest() < position) {
            if (System.nanoTime() >= deadline) {
                throw new Refusal(ProblemCode.NOT_YET_VISIBLE, "position " + position + " is not visible yet; the books"
                        + " have read up to " + look.newest());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the books", stopping);
        }
    }
}
