package io.receivables.command.collection.agency;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.Reply;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Streams;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReportAgencyPaymentHandler {

    private final Streams<CustomerAccount> streams;
    private final Streams<Payment> payments;

    ReportAgencyPaymentHandler(Streams<CustomerAccount> streams, Streams<Payment> payments) {
        this.streams = streams;
        this.payments = payments;
    }

    @CommandHandler
    Reply handle(ReportAgencyPayment command) {
        var payment = payments.load(command.paymentId());
        var stream = streams.load(command.accountId());
        var owner = payment.ask(Payment::account);
        if (!owner.equals(command.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "payment " + command.paymentId() + " is of account "
                    + owner + ", not " + command.accountId());
        }
        var amount = payment.ask(it -> it.received().amount());
        stream.decide(it -> it.escalations()
                .reportAgencyPayment(command.placementId(), command.paymentId(), amount,
                        command.fee(), command.effectiveDate()));
        return Reply.ok(stream.show((it, version) -> it.escalations()
                .file()
                .placement(command.placementId())
                .versioned(version)));
    }
}
