package io.receivables.command.refund.request;

import io.receivables.command.allocation.Reopening;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.refund.RefundId;
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
class RequestRefundApi {

    private static final int MOST_REOPENED = 500;

    private final Commands commands;

    RequestRefundApi(Commands commands) {
        this.commands = commands;
    }

    record Body(Money amount, String reason, LocalDate effectiveDate, @Nullable List<ReopenBody> reopen) {}

    record ReopenBody(InvoiceId invoiceId, Money amount) {}

    @PostMapping("/v1/payments/{id}/refunds")
    ResponseEntity<byte[]> ofPayment(@PathVariable PaymentId id, @RequestBody Body body, CommandContext context) {
        return request(CreditSource.of(id), body, context);
    }

    @PostMapping("/v1/credit-notes/{id}/refunds")
    ResponseEntity<byte[]> ofCreditNote(@PathVariable CreditNoteId id, @RequestBody Body body,
            CommandContext context) {
        return request(CreditSource.of(id), body, context);
    }

    private ResponseEntity<byte[]> request(CreditSource source, Body body, CommandContext context) {
        return commands.send(new RequestRefund(new RefundId(Ids.next()), source, body.amount(), body.reason(),
                body.effectiveDate(), reopen(body.reopen())), context);
    }

    private static List<Reopening> reopen(@Nullable List<ReopenBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        if (bodies.size() > MOST_REOPENED) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/reopen",
                    "at most " + MOST_REOPENED + " invoices are accepted, not " + bodies.size());
        }
        return bodies.stream()
                .map(body -> new Reopening(body.invoiceId(), body.amount(), new AllocationId(Ids.next())))
                .toList();
    }
}
