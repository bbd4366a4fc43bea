package io.receivables.command.dunning.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.RunInParts;
import io.receivables.command.stream.Amounts;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reminds accounts that are late, one after the other. A run that was broken off is gone on with by the same request, and by any
 * other for the same day, which finds the letters that are written.
 */
@RestController
class RunDunningApi {

    private final RunInParts runs;

    RunDunningApi(RunInParts runs) {
        this.runs = runs;
    }

    record Body(LegalEntityId legalEntity, LocalDate asAt, @Nullable Boolean dryRun, @Nullable Integer policyVersion) {}

    @PostMapping("/v1/dunning-runs")
    ResponseEntity<byte[]> run(@RequestBody Body body, CommandContext context) {
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        if (body.policyVersion() != null && !dryRun) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/policyVersion",
                    "another policy version is tried in a dry run only");
        }
        var first = new RunDunning(body.legalEntity(), body.asAt(), dryRun, body.policyVersion(), null);
        return runs.send(first, done -> first.from(done.next()), DunningRunResult.class, context);
    }
}
