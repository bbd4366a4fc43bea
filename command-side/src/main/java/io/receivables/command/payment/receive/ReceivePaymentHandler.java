package io.receivables.command.payment.receive;

import io.receivables.command.account.Accounts;
import io.receivables.command.allocation.Allocations;
import io.receivables.command.allocation.AutoAllocations;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.problem.ProblemCode;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReceivePaymentHandler {

    private final Streams<Payment> payments;
    private final Allocations allocations;
    private final AutoAllocations autoAllocations;
    private final Accounts accounts;
    private final BusinessDays days;

    ReceivePaymentHandler(Streams<Payment> payments, Allocations allocations, AutoAllocations autoAllocations,
            Accounts accounts, BusinessDays days) {
        this.payments = payments;
        this.allocations = allocations;
        this.autoAllocations = autoAllocations;
        this.accounts = accounts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ReceivePayment command) {
        var entity = legalEntityOf(command);
        days.refuseFuture(entity, command.effectiveDate());
        Amounts.requirePositive(command.amount(), "/amount");
        var payment = payments.begin(() -> Payment.receive(new PaymentReceived(command.paymentId(),
                command.accountId(), entity, command.amount(), command.receivedDate(), command.valueDate(),
                command.method(), command.reference(), command.opening())));
        allocations.allocate(payment, command.allocations());
        var wish = command.autoAllocation();
        var path = "/v1/payments/" + command.paymentId();
        if (wish == null) {
            return Reply.created(payment.answer(null, (it, version) -> it.resource(null, version)), path);
        }
        var found = autoAllocations.allocate(payment, wish);
        return Reply.created(payment.show((it, version) -> it.resource(null, version).with(found)), path);
    }

    private LegalEntityId legalEntityOf(ReceivePayment command) {
        if (command.accountId() == null) {
            var entity = Objects.requireNonNull(command.legalEntity());
            if (!CommandContext.current().actor().maySee(entity)) {
                throw StreamType.LEGAL_ENTITY.notFound(entity.value());
            }
            return entity;
        }
        var account = accounts.require(command.accountId());
        if (command.legalEntity() != null && !command.legalEntity().equals(account.legalEntity())) {
            throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, "/legalEntity", "account " + account.accountId()
                    + " is of " + account.legalEntity() + ", not " + command.legalEntity());
        }
        account.requireOpenAt(command.effectiveDate());
        Amounts.requireCurrency(account.currency(), command.amount(), "/amount");
        return account.legalEntity();
    }
}
