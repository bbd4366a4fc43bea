package io.receivables.command.factoring.assign;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
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
class AssignReceivablesApi {

    private final Commands commands;

    AssignReceivablesApi(Commands commands) {
        this.commands = commands;
    }

    /** @param derecognised whether the items leave our books; absent: they do without recourse */
    record Body(@Nullable FactoringId factoringId, FactorId factor, Boolean recourse,
            @Nullable Boolean derecognised, List<ItemBody> items, @Nullable Percentage advancePercent,
            @Nullable Percentage guaranteeFundPercent, @Nullable Money commission, LocalDate effectiveDate) {}

    @PostMapping("/v1/customer-accounts/{id}/factoring")
    ResponseEntity<byte[]> assign(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        ItemBody.requireSome(body.items(), "/items");
        // Without recourse risks and rewards pass, unless it is said that they do not.
        boolean derecognised = body.derecognised() == null ? !body.recourse() : body.derecognised();
        if (body.recourse() && derecognised) {
            throw Amounts.refusal(ProblemCode.RECOURSE_NOT_DERECOGNISED, "/derecognised",
                    "what the factor may return has not left our books (IFRS 9, 3.2.6)");
        }
        return commands.send(new AssignReceivables(id, Ids.orNext(body.factoringId(), FactoringId::new),
                body.factor(), body.recourse(), derecognised, body.items(), body.advancePercent(),
                body.guaranteeFundPercent(), body.commission(), body.effectiveDate()), context);
    }
}
