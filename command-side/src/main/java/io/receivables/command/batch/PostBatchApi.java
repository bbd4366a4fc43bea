package io.receivables.command.batch;

import io.receivables.command.edge.CommandContext;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes many commands at once. The body is a stream: it is never held as a whole. */
@RestController
class PostBatchApi {

    /** Batches that come in at the same time. */
    private static final int AT_ONCE = 8;

    private final BatchIntake intake;
    private final BatchWorker worker;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PostBatchApi(BatchIntake intake, BatchWorker worker) {
        this.intake = intake;
        this.worker = worker;
    }

    @PostMapping(path = "/v1/batches", consumes = "application/x-ndjson")
    ResponseEntity<Job> post(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var key = request.getHeader("Idempotency-Key");
        if (key != null) {
            CommandContext.requireKey(key);
        }
        if (!places.tryAcquire()) {
            throw new Refusal(ProblemCode.TOO_MANY_REQUESTS, AT_ONCE + " batches are coming in already");
        }
        try {
            var job = intake.take(request.getInputStream(), Actor.current(), CommandContext.correlationId(request), key,
                    dryRun);
            worker.wake();
            return ResponseEntity.accepted().location(URI.create(job.path())).body(job);
        } finally {
            places.release();
        }
    }
}
