package io.receivables.command.agreement.run;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.RunInParts;
import io.receivables.events.entity.LegalEntityId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges promises and plans of a legal entity, account by account. */
@RestController
class RunAgreementsApi {

    private final RunInParts runs;

    RunAgreementsApi(RunInParts runs) {
        this.runs = runs;
    }

    record Body(LegalEntityId legalEntity) {}

    @PostMapping("/v1/agreement-runs")
    ResponseEntity<byte[]> run(@RequestBody Body body, CommandContext context) {
        return runs.send(new RunAgreements(body.legalEntity(), null),
                done -> new RunAgreements(body.legalEntity(), done.next()), AgreementRun.class, context);
    }
}
