package io.receivables.command.dunning.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the parts of a run one after the other, each under a key that is derived from the request's: should a node end in the
 * middle, the same request goes on behind the parts that are done and answers all of them. So does any other request for the same
 * day, which finds the letters that are written.
 */
@RestController
class RunDunningApi {

    private final Commands commands;
    private final JsonMapper json;

    RunDunningApi(Commands commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    record Body(LegalEntityId legalEntity, LocalDate asAt, @Nullable Boolean dryRun, @Nullable Integer policyVersion) {}

    @PostMapping("/v1/dunning-runs")
    ResponseEntity<byte[]> run(@RequestBody Body body, CommandContext context) {
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        if (body.policyVersion() != null && !dryRun) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/policyVersion",
                    "another policy version is tried in a dry run only");
        }
        var part = new RunDunning(body.legalEntity(), body.asAt(), dryRun, body.policyVersion(), null);
        var first = commands.sendWhole(part, context);
        var run = read(first);
        for (int no = 2; run.next() != null; no++) {
            part = part.from(run.next());
            run = run.with(read(commands.sendWhole(part, context.part(no))));
        }
        return ResponseEntity.status(first.getStatusCode())
                .headers(first.getHeaders())
                .body(json.writeValueAsBytes(run));
    }

    private DunningRunResult read(ResponseEntity<byte[]> answer) {
        return json.readValue(answer.getBody(), DunningRunResult.class);
    }
}
