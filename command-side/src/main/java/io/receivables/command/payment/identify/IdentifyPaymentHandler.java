package io.receivables.command.payment.identify;

import io.receivables.command.account.Accounts;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class IdentifyPaymentHandler {

    private final Streams<Payment> payments;
    private final Accounts accounts;

    IdentifyPaymentHandler(Streams<Payment> payments, Accounts accounts) {
        this.payments = payments;
        this.accounts = accounts;
    }

    @CommandHandler
    Reply handle(IdentifyPayment command) {
        var payment = payments.load(command.paymentId());
        var account = accounts.require(command.accountId());
        payment.decide(it -> it.identify(account, command.effectiveDate()));
        return Reply.ok(payment.show((it, version) -> it.resource(null, version)));
    }
}
