package io.receivables.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.account.AccountRow;
import io.receivables.command.credit.Credit;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.TransferOrigin;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.TransferResource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a payment went to other accounts, by the payment that received it there. */
final class Transfers {

    private final PaymentReceived received;
    private final Credit credit;
    private final Map<PaymentId, TransferResource> all = new LinkedHashMap<>();

    Transfers(PaymentReceived received, Credit credit) {
        this.received = received;
        this.credit = credit;
    }

    PaymentTransferred plan(AccountId from, PaymentId to, AccountRow account, Money amount, String reason,
            LocalDate date) {
        TransferStaysWithinEntityAndCurrency.check(received, from, account);
        account.requireOpenAt(date);
        Amounts.requireCurrency(received.amount().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        credit.requireFree(amount, date, ProblemCode.TRANSFER_EXCEEDS_UNALLOCATED);
        return new PaymentTransferred(received.paymentId(), from, received.legalEntity(), to, account.accountId(),
                amount, received.receivedDate(), received.reference(), reason, date);
    }

    PaymentReceived twinOf(PaymentTransferred transfer) {
        return new PaymentReceived(transfer.toPaymentId(), transfer.toAccountId(), received.legalEntity(),
                transfer.amount(), received.receivedDate(), received.valueDate(), received.method(),
                received.reference(), null,
                new TransferOrigin(transfer.paymentId(), transfer.accountId(), transfer.effectiveDate()));
    }

    void reverse(PaymentId id, AccountId account, String reason, LocalDate date) {
        var transfer = require(id);
        Amounts.requireNotBefore(date, transfer.effectiveDate(), "transfer " + id);
        apply(new PaymentTransferReversed(received.paymentId(), account, received.legalEntity(), id,
                transfer.accountId(), transfer.amount(), reason, date));
    }

    /** One that stands. */
    TransferResource require(PaymentId id) {
        var transfer = all.get(id);
        if (transfer == null) {
            throw new Refusal(ProblemCode.TRANSFER_NOT_FOUND,
                    "no transfer " + id + " of payment " + received.paymentId());
        }
        if (transfer.reversedDate() != null) {
            throw new Refusal(ProblemCode.TRANSFER_ALREADY_REVERSED, "transfer " + id + " of payment "
                    + received.paymentId() + " was reversed at " + transfer.reversedDate());
        }
        return transfer;
    }

    List<TransferResource> active() {
        return all.values().stream().filter(transfer -> transfer.reversedDate() == null).toList();
    }

    List<TransferResource> all() {
        return List.copyOf(all.values());
    }

    Money amount() {
        return active().stream()
                .map(TransferResource::amount)
                .reduce(Money.zero(received.amount().currency()), Money::plus);
    }

    void evolve(PaymentTransferred given) {
        all.put(given.toPaymentId(), TransferResource.of(given));
        credit.take(given.effectiveDate(), given.amount());
    }

    void evolve(PaymentTransferReversed back) {
        all.computeIfPresent(back.toPaymentId(), (_, given) -> given.reversed(back.effectiveDate()));
        credit.giveBack(back.effectiveDate(), back.amount());
    }
}
