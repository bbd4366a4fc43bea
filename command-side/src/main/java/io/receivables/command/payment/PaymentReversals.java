package io.receivables.command.payment;

import io.receivables.command.allocation.Allocations;
import io.receivables.command.allocation.Receivables;
import io.receivables.command.credit.Credit;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.TransferResource;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes a payment, or a transfer of its cash, back with all that rests on it: allocations and transfers wherever they went. */
@Component
public class PaymentReversals {

    private final Streams<Payment> payments;
    private final Receivables receivables;
    private final Allocations allocations;

    PaymentReversals(Streams<Payment> payments, Receivables receivables, Allocations allocations) {
        this.payments = payments;
        this.receivables = receivables;
        this.allocations = allocations;
    }

    public void reverse(Loaded<Payment> payment, String reason, LocalDate date) {
        load(payment);
        payment.ask(Payment::activeTransfers)
                .forEach(transfer -> takeBack(payment, transfer, reason,
                        Credit.later(date, transfer.effectiveDate())));
        fall(payment, date, reason, it -> it.reverse(reason, date));
    }

    /** @throws Refusal TRANSFER_NOT_FOUND, TRANSFER_ALREADY_REVERSED, or why the cash cannot go back */
    public void reverseTransfer(Loaded<Payment> payment, PaymentId id, String reason, LocalDate date) {
        var transfer = payment.ask(it -> it.requireTransfer(id));
        Amounts.requireNotBefore(date, transfer.effectiveDate(), "transfer " + id);
        load(payments.load(id));
        takeBack(payment, transfer, reason, date);
    }

    private void takeBack(Loaded<Payment> payment, TransferResource transfer, String reason, LocalDate date) {
        var receiver = payments.load(transfer.transferId());
        receiver.ask(Payment::activeTransfers)
                .forEach(next -> takeBack(receiver, next, reason,
                        Credit.later(date, next.effectiveDate())));
        // The receiver takes note first, so that the books know both payments by the fact that counts.
        fall(receiver, date, reason, it -> it.returnTransfer(reason, date));
        payment.decide(it -> it.reverseTransfer(transfer.transferId(), reason, date));
    }

    private void fall(Loaded<Payment> payment, LocalDate date, String reason, Consumer<Payment> decision) {
        var falling = payment.ask(it -> it.credit().active());
        payment.decide(decision);
        allocations.reversed(payment, falling, reason, date);
    }

    /** In one order, so that two commands never wait for each other in a circle. */
    private void load(Loaded<Payment> payment) {
        receivables.loadAll(settledBy(payment).toList());
    }

    private Stream<AllocationTarget> settledBy(Loaded<Payment> payment) {
        var own = payment.ask(it -> it.credit().active()).values().stream().map(Credit.Allocation::target);
        var transferred = payment.ask(Payment::activeTransfers)
                .stream()
                .flatMap(transfer -> settledBy(payments.load(transfer.transferId())));
        return Stream.concat(own, transferred);
    }
}
