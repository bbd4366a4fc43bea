package io.receivables.command.agreement.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.events.entity.LegalEntityId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Sends the parts of a run one after the other, each under a key that is derived from the request's. */
@RestController
class RunAgreementsApi {

    private final Commands commands;
    private final JsonMapper json;

    RunAgreementsApi(Commands commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    record Body(LegalEntityId legalEntity) {}

    @PostMapping("/v1/agreement-runs")
    ResponseEntity<byte[]> run(@RequestBody Body body, CommandContext context) {
        var first = commands.sendWhole(new RunAgreements(body.legalEntity(), null), context);
        var run = read(first);
        for (int no = 2; run.next() != null; no++) {
            run = run.with(read(commands.sendWhole(new RunAgreements(body.legalEntity(), run.next()),
                    context.part(no))));
        }
        return ResponseEntity.status(first.getStatusCode())
                .headers(first.getHeaders())
                .body(json.writeValueAsBytes(run));
    }

    private AgreementRun read(ResponseEntity<byte[]> answer) {
        return json.readValue(answer.getBody(), AgreementRun.class);
    }
}
