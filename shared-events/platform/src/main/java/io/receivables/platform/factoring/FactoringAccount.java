package io.receivables.platform.factoring;

import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.resource.FactoringResource;
import io.receivables.platform.resource.FactoringResource.Debt;
import io.receivables.platform.resource.FactoringResource.Item;
import io.receivables.platform.resource.FactoringResource.Settlement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an assignment to a factor has come to, by the facts that it is told. */
public final class FactoringAccount {

    private final ReceivablesFactored assigned;
    private final Map<Key, Item> items = new LinkedHashMap<>();
    private final Map<FactorDebtId, Debt> debts = new LinkedHashMap<>();
    private final Map<FactorSettlementId, Settlement> settlements = new LinkedHashMap<>();
    private Money owed;
    private Money paidOver;

    /** An instalment. */
    private record Key(InvoiceId invoiceId, int instalment) {

        static Key of(ClaimItem item) {
            return new Key(item.invoiceId(), item.instalment());
        }
    }

    public FactoringAccount(ReceivablesFactored assigned) {
        this.assigned = assigned;
        var zero = Money.zero(assigned.items().getFirst().amount().currency());
        this.owed = zero;
        this.paidOver = zero;
        assigned.items()
                .forEach(item -> items.put(Key.of(item),
                        new Item(item.invoiceId(), item.instalment(), item.amount(), item.amount(), zero)));
    }

    /** @param facts the first one is the assignment */
    public static FactoringAccount of(List<FactoringEvent> facts) {
        var account = new FactoringAccount((ReceivablesFactored) facts.getFirst());
        facts.forEach(account::evolve);
        return account;
    }

    public void evolve(FactoringEvent event) {
        switch (event) {
            case ReceivablesFactored first -> {
                // The account began with it.
            }
            case FactoredItemsBoughtBack back -> back.items()
                    .forEach(item -> items.computeIfPresent(Key.of(item),
                            (_, it) -> new Item(it.invoiceId(), it.instalment(), it.amount(),
                                    it.outstanding().minus(item.amount()), it.boughtBack().plus(item.amount()))));
            case FactorSettlementReported it -> {
                settlements.put(it.settlementId(), new Settlement(it.settlementId(), ClaimItem.total(it.items()),
                        it.reference(), it.effectiveDate(), null));
                it.items().forEach(item -> outstanding(item, item.amount().negated()));
            }
            case FactorSettlementReversed it -> {
                settlements.computeIfPresent(it.settlementId(), (_, made) -> new Settlement(made.settlementId(),
                        made.amount(), made.reference(), made.effectiveDate(), it.effectiveDate()));
                it.items().forEach(item -> outstanding(item, item.amount()));
            }
            case FactorDebtIncurred it -> {
                debts.put(it.debtId(), new Debt(it.debtId(), it.paymentId(), ClaimItem.total(it.items()),
                        it.effectiveDate(), null));
                owed = owed.plus(ClaimItem.total(it.items()));
                it.items().forEach(item -> outstanding(item, item.amount().negated()));
            }
            case FactorDebtReversed it -> {
                debts.computeIfPresent(it.debtId(), (_, debt) -> new Debt(debt.debtId(), debt.paymentId(),
                        debt.amount(), debt.effectiveDate(), it.effectiveDate()));
                owed = owed.minus(ClaimItem.total(it.items()));
                it.claimable().forEach(item -> outstanding(item, item.amount()));
            }
            case FactorPaidOver it -> {
                owed = owed.minus(it.amount());
                paidOver = paidOver.plus(it.amount());
            }
        }
    }

    private void outstanding(ClaimItem item, Money change) {
        items.computeIfPresent(Key.of(item), (_, it) -> new Item(it.invoiceId(), it.instalment(), it.amount(),
                it.outstanding().plus(change), it.boughtBack()));
    }

    public FactoringResource resource(long version, @Nullable Long position) {
        var total = ClaimItem.total(assigned.items());
        var outstanding = items.values().stream().map(Item::outstanding).reduce(Money::plus).orElseThrow();
        return new FactoringResource(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.recourse(), assigned.derecognised(), total, outstanding,
                assigned.advancePercent(), part(total, assigned.advancePercent()), assigned.guaranteeFundPercent(),
                part(outstanding, assigned.guaranteeFundPercent()), assigned.commission(), owed, paidOver,
                List.copyOf(items.values()), List.copyOf(debts.values()), List.copyOf(settlements.values()),
                assigned.effectiveDate(), version, position);
    }

    private static @Nullable Money part(Money amount, @Nullable Percentage percent) {
        return percent == null ? null : amount.percentageRoundedHalfUp(percent);
    }
}
