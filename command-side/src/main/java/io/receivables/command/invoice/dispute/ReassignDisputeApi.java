package io.receivables.command.invoice.dispute;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReassignDisputeApi {

    private final Commands commands;

    ReassignDisputeApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable String owner, @Nullable LocalDate deadline, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/disputes/{disputeId}/assignment")
    ResponseEntity<byte[]> reassign(@PathVariable InvoiceId id, @PathVariable DisputeId disputeId,
            @RequestBody Body body, CommandContext context) {
        if (body.owner() == null && body.deadline() == null) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/owner", "an owner, a deadline or both are expected");
        }
        return commands.send(new ReassignDispute(id, disputeId, body.owner(), body.deadline(), body.reason(),
                body.effectiveDate()), context);
    }
}
