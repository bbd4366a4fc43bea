package io.receivables.command.account.paymentplan;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PlanRate;
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
class ProposePaymentPlanApi {

    private static final int MOST = 120;

    private final Commands commands;

    ProposePaymentPlanApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable PaymentPlanId planId, List<PlanItemBody> items, List<PlanRate> rates, String reason,
            LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/payment-plans")
    ResponseEntity<byte[]> propose(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        requireSome(body.items(), "/items");
        for (int no = 0; no < body.items().size(); no++) {
            ItemBody.requireNumber(body.items().get(no).instalment(), "/items/" + no);
        }
        requireSome(body.rates(), "/rates");
        return commands.send(new ProposePaymentPlan(id, Ids.orNext(body.planId(), PaymentPlanId::new), body.items(),
                body.rates(), body.reason(), body.effectiveDate()), context);
    }

    private static void requireSome(List<?> list, String pointer) {
        if (list.isEmpty() || list.size() > MOST) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    "1 to " + MOST + " are expected, not " + list.size());
        }
    }
}
