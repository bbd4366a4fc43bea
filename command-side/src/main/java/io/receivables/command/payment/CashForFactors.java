package io.receivables.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.credit.Credit;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.AccountId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What of a payment is owed to factors: it came to us for what they have bought. */
final class CashForFactors {

    private final PaymentReceived received;
    private final Credit credit;
    private final Map<FactorDebtId, PaymentHeldForFactor> standing = new LinkedHashMap<>();

    CashForFactors(PaymentReceived received, Credit credit) {
        this.received = received;
        this.credit = credit;
    }

    /**
     * @param account of the payment
     * @param debtor whose claims were assigned
     */
    void hold(AccountId account, FactorDebtId id, FactoringId factoring, AccountId debtor, Money amount,
            LocalDate date) {
        if (!account.equals(debtor)) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "what was assigned by " + factoring + " is of account "
                    + debtor + ", payment " + received.paymentId() + " of " + account);
        }
        Amounts.requireCurrency(received.amount().currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        credit.requireFree(amount, date, ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED);
        apply(new PaymentHeldForFactor(received.paymentId(), account, received.legalEntity(), id, factoring, amount,
                date));
    }

    void release(FactorDebtId id, String reason, LocalDate date) {
        var held = Objects.requireNonNull(standing.get(id));
        apply(new PaymentHeldForFactorReversed(received.paymentId(), held.accountId(), received.legalEntity(), id,
                held.factoringId(), held.amount(), reason, date));
    }

    /** @throws Refusal PAYMENT_HELD_FOR_FACTOR */
    void requireNone() {
        if (!standing.isEmpty()) {
            throw new Refusal(ProblemCode.PAYMENT_HELD_FOR_FACTOR, "of payment " + received.paymentId() + " "
                    + amount() + " is held for a factor: reverse that first");
        }
    }

    Money amount() {
        return standing.values()
                .stream()
                .map(PaymentHeldForFactor::amount)
                .reduce(Money.zero(received.amount().currency()), Money::plus);
    }

    void evolve(PaymentHeldForFactor held) {
        standing.put(held.debtId(), held);
        credit.take(held.effectiveDate(), held.amount());
    }

    void evolve(PaymentHeldForFactorReversed back) {
        standing.remove(back.debtId());
        credit.giveBack(back.effectiveDate(), back.amount());
    }
}
