package io.receivables.command.matching;

import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** One open part of a debt: the smallest thing that a rule can choose. */
public record Item(Debt debt, Debt.Part part) {

    static final Comparator<Item> OLDEST_FIRST = Comparator.comparing(Item::dueDate)
            .thenComparing((Item item) -> item.debt().documentDate())
            .thenComparing((Item item) -> item.debt().documentId())
            .thenComparing((Item item) -> item.part().instalment());

    public LocalDate dueDate() {
        return part.dueDate();
    }

    public Money toPay() {
        return part.toPay();
    }

    /** As a reason names it: {@code INV-1/2}, or the id of a charge. */
    String name() {
        return debt.component() == Debt.Component.PRINCIPAL
                ? debt.documentId() + "/" + part.instalment()
                : debt.documentId();
    }

    static Money sum(List<Item> items) {
        return items.stream().map(Item::toPay).reduce(Money::plus).orElseThrow();
    }
}
