package io.receivables.command.creditnote.issue;

import io.receivables.command.allocation.AllocationBody;
import io.receivables.command.document.LineBody;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.DocumentNumber;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IssueCreditNoteApi {

    private static final int MOST_RELATED = 500;

    private final Commands commands;

    IssueCreditNoteApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable CreditNoteId creditNoteId, DocumentNumber creditNoteNumber, AccountId accountId,
            LocalDate issueDate, @Nullable List<LineBody> lines, @Nullable Money total, String reason,
            @Nullable List<InvoiceId> relatesTo, @Nullable List<AllocationBody> allocations,
            @Nullable OpeningBody opening) {}

    @PostMapping("/v1/credit-notes")
    ResponseEntity<byte[]> issue(@RequestBody Body body, CommandContext context) {
        var lines = LineBody.lines(body.lines());
        var total = LineBody.total(lines, body.total());
        return commands.send(new IssueCreditNote(Ids.orNext(body.creditNoteId(), CreditNoteId::new),
                body.creditNoteNumber().value(), body.accountId(), body.issueDate(), lines,
                total, body.reason(), related(body.relatesTo()), AllocationBody.wishes(body.allocations()),
                OpeningBody.of(body.opening(), body.issueDate(), total)), context);
    }

    private static List<InvoiceId> related(@Nullable List<InvoiceId> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > MOST_RELATED) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/relatesTo",
                    "at most " + MOST_RELATED + " invoices are accepted, not " + ids.size());
        }
        return ids.stream().distinct().toList();
    }
}
