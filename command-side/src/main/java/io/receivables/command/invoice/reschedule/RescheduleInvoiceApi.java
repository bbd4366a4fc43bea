package io.receivables.command.invoice.reschedule;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.invoice.NewInstalment;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RescheduleInvoiceApi {

    private static final int MOST_INSTALMENTS = 120;

    private final Commands commands;

    RescheduleInvoiceApi(Commands commands) {
        this.commands = commands;
    }

    record Body(List<NewInstalment> instalments, String reason, LocalDate effectiveDate) {}

    @PostMapping("/v1/invoices/{id}/reschedule")
    ResponseEntity<byte[]> reschedule(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        int count = body.instalments().size();
        if (count < 1 || count > MOST_INSTALMENTS) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/instalments",
                    "1 to " + MOST_INSTALMENTS + " instalments are expected, not " + count);
        }
        return commands.send(new RescheduleInvoice(id, body.instalments(), body.reason(), body.effectiveDate()),
                context);
    }
}
