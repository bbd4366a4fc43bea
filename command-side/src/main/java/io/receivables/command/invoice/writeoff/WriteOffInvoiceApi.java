package io.receivables.command.invoice.writeoff;

import io.receivables.command.document.EvidenceBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.invoice.WriteOffClaim;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WriteOffInvoiceApi {

    private final Commands commands;

    WriteOffInvoiceApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable Money amount, @Nullable Integer instalment, String reason, LocalDate effectiveDate,
            @Nullable Boolean taxRelief, @Nullable ReliefGrounds grounds, @Nullable List<EvidenceBody> evidence) {}

    @PostMapping("/v1/invoices/{id}/write-offs")
    ResponseEntity<byte[]> writeOff(@PathVariable InvoiceId id, @RequestBody Body body, CommandContext context) {
        if (body.grounds() != null && !Boolean.TRUE.equals(body.taxRelief())) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/grounds",
                    "grounds are those of tax relief, which is not asked for");
        }
        var claim = new WriteOffClaim(new WriteOffId(Ids.next()), body.amount(), body.instalment(), body.reason(),
                Boolean.TRUE.equals(body.taxRelief()), body.grounds(), EvidenceBody.evidence(body.evidence()),
                body.effectiveDate());
        return commands.send(new WriteOffInvoice(id, claim), context);
    }
}
