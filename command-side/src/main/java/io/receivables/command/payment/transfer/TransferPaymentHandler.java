package io.receivables.command.payment.transfer;

import io.receivables.command.account.Accounts;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class TransferPaymentHandler {

    private final Streams<Payment> payments;
    private final Accounts accounts;

    TransferPaymentHandler(Streams<Payment> payments, Accounts accounts) {
        this.payments = payments;
        this.accounts = accounts;
    }

    @CommandHandler
    Reply handle(TransferPayment command) {
        var payment = payments.load(command.paymentId());
        var account = accounts.require(command.accountId());
        var transfer = payment.ask(it -> it.planTransfer(command.transferId(), account, command.amount(),
                command.reason(), command.effectiveDate()));
        // The receiving payment comes first: once the fact that counts is read, both are known.
        payments.begin(() -> Payment.receive(payment.ask(it -> it.receivedBy(transfer))));
        payment.decide(it -> it.transfer(transfer));
        return Reply.created(payment.show((it, version) -> it.resourceOfTransfer(command.transferId(), version)),
                "/v1/payments/" + command.transferId());
    }
}
