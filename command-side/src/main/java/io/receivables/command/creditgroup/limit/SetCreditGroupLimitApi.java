package io.receivables.command.creditgroup.limit;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetCreditGroupLimitApi {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Commands commands;

    SetCreditGroupLimitApi(Commands commands) {
        this.commands = commands;
    }

    /** @param unlimited says that there shall be no limit, which an absent one does not say */
    record Body(LegalEntityId legalEntity, Currency currency, @Nullable Money limit, @Nullable Boolean unlimited,
            @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String reason) {}

    @PutMapping("/v1/credit-groups/{id}")
    ResponseEntity<byte[]> set(@PathVariable CreditGroupId id, @RequestBody Body body, CommandContext context) {
        boolean unlimited = Boolean.TRUE.equals(body.unlimited());
        if (!ID.matcher(id.value()).matches()) {
            throw Amounts.refusal(ProblemCode.ID_INVALID, "/id", "1 to 64 of A-Z a-z 0-9 . _ - is expected");
        }
        if (body.limit() == null && !unlimited) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/limit", "is required");
        }
        if (body.limit() != null && unlimited) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/unlimited", "either limit or unlimited, not both");
        }
        return commands.send(new SetCreditGroupLimit(id, body.legalEntity(), body.currency(),
                new CreditLimitId(Ids.next()), body.limit(),
                body.validFrom(), body.validTo(), body.reason()), context);
    }
}
