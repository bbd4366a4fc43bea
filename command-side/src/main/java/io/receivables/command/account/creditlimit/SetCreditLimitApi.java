package io.receivables.command.account.creditlimit;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetCreditLimitApi {

    private final Commands commands;

    SetCreditLimitApi(Commands commands) {
        this.commands = commands;
    }

    /** @param unlimited says that there shall be no limit, which an absent one does not say */
    record Body(@Nullable Money limit, @Nullable Boolean unlimited, @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo, String reason) {}

    @PutMapping("/v1/customer-accounts/{id}/credit-limit")
    ResponseEntity<byte[]> set(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        boolean unlimited = Boolean.TRUE.equals(body.unlimited());
        if (body.limit() == null && !unlimited) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/limit", "is required");
        }
        if (body.limit() != null && unlimited) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/unlimited", "either limit or unlimited, not both");
        }
        return commands.send(new SetCreditLimit(id, new CreditLimitId(Ids.next()), body.limit(), body.validFrom(),
                body.validTo(), body.reason()), context);
    }
}
