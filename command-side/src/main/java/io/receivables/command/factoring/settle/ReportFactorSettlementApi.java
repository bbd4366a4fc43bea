package io.receivables.command.factoring.settle;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
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
class ReportFactorSettlementApi {

    private final Commands commands;

    ReportFactorSettlementApi(Commands commands) {
        this.commands = commands;
    }

    /** What the debtor has paid of an instalment. */
    record PaidItem(InvoiceId invoiceId, Integer instalment, Money amount) {

        ClaimItem claim() {
            return new ClaimItem(invoiceId, instalment, amount);
        }

        ItemBody key() {
            return new ItemBody(invoiceId, instalment);
        }
    }

    record Body(List<PaidItem> items, @Nullable String reference, LocalDate effectiveDate) {}

    @PostMapping("/v1/factoring/{id}/settlements")
    ResponseEntity<byte[]> settle(@PathVariable FactoringId id, @RequestBody Body body, CommandContext context) {
        ItemBody.requireSome(body.items(), "/items");
        for (int no = 0; no < body.items().size(); no++) {
            ItemBody.requireNumber(body.items().get(no).instalment(), "/items/" + no);
        }
        if (body.items().stream().map(PaidItem::key).distinct().count() < body.items().size()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/items", "an instalment is named twice");
        }
        return commands.send(new ReportFactorSettlement(id, new FactorSettlementId(Ids.next()),
                body.items().stream().map(PaidItem::claim).toList(), body.reference(), body.effectiveDate()),
                context);
    }
}
