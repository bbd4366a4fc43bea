package io.receivables.command.matching;

import io.receivables.events.money.Money;
import io.receivables.events.policy.ComponentOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Money that looks for what it settles.
 *
 * @param tolerance how far an amount may be off and still be meant for an item; zero: not at all
 * @param date of the decision: what is due by then is due
 * @param instructed ids of the documents that the payer or the credit note names
 */
public record Question(Money amount, Money tolerance, LocalDate date, Set<String> instructed, ComponentOrder components,
        List<Debt> debts) {

    /** In whatever order the debts are given, the answer is the same. */
    public Question {
        debts = debts.stream().sorted(Comparator.comparing(Debt::documentId)).toList();
    }

    List<Item> items() {
        return debts.stream().flatMap(debt -> debt.items().stream()).sorted(Item.OLDEST_FIRST).toList();
    }

    /** What is left to ask when some money has gone to items, which are then settled. */
    Question after(List<Share> shares) {
        var left = debts.stream().map(debt -> without(debt, shares)).filter(debt -> !debt.parts().isEmpty()).toList();
        return new Question(amount.minus(Share.sum(shares, amount)), tolerance, date, instructed, components, left);
    }

    Question about(List<Debt> some) {
        return new Question(amount, tolerance, date, instructed, components, some);
    }

    private static Debt without(Debt debt, List<Share> shares) {
        var parts = debt.items()
                .stream()
                .filter(item -> shares.stream().noneMatch(share -> share.isFor(item)))
                .map(Item::part)
                .toList();
        if (parts.size() == debt.parts().size()) {
            return debt;
        }
        var toPay = parts.stream().map(Debt.Part::toPay).reduce(Money.zero(debt.toPay().currency()), Money::plus);
        return new Debt(debt.documentId(), debt.number(), debt.component(), debt.ofInvoice(), debt.onerous(),
                debt.documentDate(), toPay, parts);
    }
}
