package io.receivables.command.account.creditgroup;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.platform.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeCreditGroupApi {

    private final Commands commands;

    ChangeCreditGroupApi(Commands commands) {
        this.commands = commands;
    }

    /** @param none says that the account shall be in no group, which an absent one does not say */
    record Body(@Nullable CreditGroupId creditGroupId, @Nullable Boolean none, String reason) {}

    @PutMapping("/v1/customer-accounts/{id}/group")
    ResponseEntity<byte[]> change(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        boolean none = Boolean.TRUE.equals(body.none());
        if (body.creditGroupId() == null && !none) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/creditGroupId", "is required");
        }
        if (body.creditGroupId() != null && none) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/none", "either creditGroupId or none, not both");
        }
        return commands.send(new ChangeCreditGroup(id, body.creditGroupId(), body.reason()), context);
    }
}
