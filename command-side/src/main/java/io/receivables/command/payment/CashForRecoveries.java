package io.receivables.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.credit.Credit;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What of a payment recoveries use: it came for what had been written off. */
final class CashForRecoveries {

    private final PaymentReceived received;
    private final Credit credit;
    private final Map<RecoveryId, PaymentUsedForRecovery> standing = new LinkedHashMap<>();

    CashForRecoveries(PaymentReceived received, Credit credit) {
        this.received = received;
        this.credit = credit;
    }

    /** @param account of the payment */
    void use(AccountId account, RecoveryId id, InvoiceIssued invoice, Money amount, LocalDate date) {
        if (!account.equals(invoice.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "invoice " + invoice.invoiceId() + " is of account "
                    + invoice.accountId() + ", payment " + received.paymentId() + " of " + account);
        }
        Amounts.requireCurrency(received.amount().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        credit.requireFree(amount, date, ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED);
        apply(new PaymentUsedForRecovery(received.paymentId(), account, received.legalEntity(), id,
                invoice.invoiceId(), amount, date));
    }

    void reverse(RecoveryId id, String reason, LocalDate date) {
        var used = Objects.requireNonNull(standing.get(id));
        apply(new PaymentUseForRecoveryReversed(received.paymentId(), used.accountId(), received.legalEntity(), id,
                used.invoiceId(), used.amount(), reason, date));
    }

    /** @throws Refusal PAYMENT_USED_FOR_RECOVERY */
    void requireNone() {
        if (!standing.isEmpty()) {
            throw new Refusal(ProblemCode.PAYMENT_USED_FOR_RECOVERY, "of payment " + received.paymentId() + " "
                    + amount() + " is used for recoveries: reverse them first");
        }
    }

    Money amount() {
        return standing.values()
                .stream()
                .map(PaymentUsedForRecovery::amount)
                .reduce(Money.zero(received.amount().currency()), Money::plus);
    }

    void evolve(PaymentUsedForRecovery used) {
        standing.put(used.recoveryId(), used);
        credit.take(used.effectiveDate(), used.amount());
    }

    void evolve(PaymentUseForRecoveryReversed back) {
        standing.remove(back.recoveryId());
        credit.giveBack(back.effectiveDate(), back.amount());
    }
}
