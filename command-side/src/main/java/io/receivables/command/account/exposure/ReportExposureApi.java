package io.receivables.command.account.exposure;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReportedExposure;
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
class ReportExposureApi {

    private final Commands commands;

    ReportExposureApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable Money deliveredNotInvoiced, @Nullable Money openOrders, @Nullable Money drafts,
            @Nullable Money secured, LocalDate effectiveDate) {}

    @PutMapping("/v1/customer-accounts/{id}/exposure-parts")
    ResponseEntity<byte[]> report(@PathVariable AccountId id, @RequestBody Body body, CommandContext context) {
        if (body.deliveredNotInvoiced() == null && body.openOrders() == null && body.drafts() == null
                && body.secured() == null) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/deliveredNotInvoiced",
                    "one of deliveredNotInvoiced, openOrders, drafts and secured is required");
        }
        var exposure = new ReportedExposure(body.deliveredNotInvoiced(), body.openOrders(), body.drafts(),
                body.secured());
        return commands.send(new ReportExposure(id, exposure, body.effectiveDate()), context);
    }
}
