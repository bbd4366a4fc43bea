package io.receivables.query.paymentbehaviour;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.PaymentBehaviour;
import io.receivables.query.ledger.PaymentBehaviours;
import io.receivables.query.ledger.RiskClasses;
import io.receivables.query.ledger.Settled;
import io.receivables.query.paymentbehaviour.PaymentBehaviourResource.Months;
import io.receivables.query.paymentbehaviour.PaymentBehaviourResource.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how an account had paid by a date, as known on a day. */
@Service
@SnapshotRead
public class GetPaymentBehaviour {

    private final AccountAccess access;
    private final PaymentBehaviours behaviours;
    private final RiskClasses risks;

    GetPaymentBehaviour(AccountAccess access, PaymentBehaviours behaviours, RiskClasses risks) {
        this.access = access;
        this.behaviours = behaviours;
        this.risks = risks;
    }

    public PaymentBehaviourResource handle(AccountId id, AsOfRequest request) {
        var header = access.require(id.value());
        var asOf = access.require(id.value(), request);
        var behaviour = behaviours.of(id.value(), asOf);
        var rules = risks.rules(header.legalEntity(), asOf);
        var risk = RiskClasses.assess(behaviour.last(), rules.rules());
        var currency = Currency.getInstance(header.currency());
        return new PaymentBehaviourResource(id, asOf.asAt(),
                months(behaviour.lastFrom(), behaviour.asAt(), behaviour.last().settled(), currency),
                months(behaviour.beforeFrom(), behaviour.lastFrom().minusDays(1), behaviour.before(), currency),
                trend(behaviour), behaviour.last().oldestDaysPastDue(), behaviour.reminders(),
                behaviour.last().brokenPromises(),
                risk.riskClass(),
                risk.reasons(),
                rules.policyVersion(), asOf.position());
    }

    private static Months months(LocalDate from, LocalDate to, Settled settled, Currency currency) {
        return new Months(from, to, settled.invoices(),
                new Money(settled.amount().movePointLeft(currency.getDefaultFractionDigits()), currency),
                text(settled.averageDaysToPay()), text(settled.averageDaysLate()), text(settled.percentOnTime()),
                settled.longestDaysLate());
    }

    private static Trend trend(PaymentBehaviour behaviour) {
        var last = behaviour.last().settled().averageDaysLate();
        var before = behaviour.before().averageDaysLate();
        if (last == null || before == null) {
            return Trend.UNKNOWN;
        }
        if (last.subtract(before).abs().compareTo(BigDecimal.ONE) < 0) {
            return Trend.STABLE;
        }
        return last.compareTo(before) < 0 ? Trend.IMPROVING : Trend.WORSENING;
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
