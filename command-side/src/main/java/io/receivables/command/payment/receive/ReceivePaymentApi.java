package io.receivables.command.payment.receive;

import io.receivables.command.allocation.AllocationBody;
import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Commands;
import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceivePaymentApi {

    private final Commands commands;

    ReceivePaymentApi(Commands commands) {
        this.commands = commands;
    }

    record Body(@Nullable PaymentId paymentId, @Nullable AccountId accountId, @Nullable LegalEntityId legalEntity,
            Money amount, LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method,
            @Nullable String reference, @Nullable List<AllocationBody> allocations, @Nullable Boolean autoAllocate,
            @Nullable OpeningBody opening) {}

    @PostMapping("/v1/payments")
    ResponseEntity<byte[]> receive(@RequestBody Body body, CommandContext context) {
        var allocations = AllocationBody.wishes(body.allocations());
        boolean autoAllocate = Boolean.TRUE.equals(body.autoAllocate());
        if (body.accountId() == null && body.legalEntity() == null) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/legalEntity",
                    "a payment without accountId is unidentified and needs its legalEntity");
        }
        if (body.accountId() == null && !allocations.isEmpty()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/allocations",
                    "a payment without accountId cannot be allocated");
        }
        if (body.accountId() == null && autoAllocate) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/autoAllocate",
                    "a payment without accountId cannot be allocated");
        }
        return commands.send(new ReceivePayment(Ids.orNext(body.paymentId(), PaymentId::new), body.accountId(),
                body.legalEntity(), body.amount(), body.receivedDate(), body.valueDate(), body.method(),
                body.reference(), allocations,
                autoAllocate ? new AutoAllocationWish(Ids.next(), null, false) : null,
                OpeningBody.of(body.opening(), body.receivedDate(), body.amount())), context);
    }
}
