package io.receivables.command.matching;

import io.receivables.command.matching.Debt.Component;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ComponentOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One debt in the sense of the law: an instalment with the late charges of its invoice, which fall on the oldest one that is
 * open. Its first item is the one that dates it.
 */
record Claim(Item dated, List<Item> inOrder) {

    /** @return claims, the oldest first, each with its items in the order in which they are settled */
    static List<Claim> of(Question question) {
        var claims = new ArrayList<Claim>();
        for (var item : question.items()) {
            if (!isChargeOfOpenInvoice(item.debt(), question.debts())) {
                var items = new ArrayList<Item>();
                items.add(item);
                if (item.part().equals(item.debt().parts().getFirst())) {
                    question.debts()
                            .stream()
                            .filter(debt -> item.debt().documentId().equals(debt.ofInvoice()))
                            .forEach(charge -> items.addAll(charge.items()));
                }
                items.sort(Comparator.comparing((Item it) -> rank(it, question.components()))
                        .thenComparing(Item.OLDEST_FIRST));
                claims.add(new Claim(item, List.copyOf(items)));
            }
        }
        return List.copyOf(claims);
    }

    Money toPay() {
        return Item.sum(inOrder);
    }

    LocalDate dueDate() {
        return dated.dueDate();
    }

    /** Gives an amount to the items in their order; all of it when the claim is that large. */
    List<Share> take(Money amount) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var item : inOrder) {
            var part = left.min(item.toPay());
            if (part.isPositive()) {
                shares.add(Share.of(item, part));
                left = left.minus(part);
            }
        }
        return shares;
    }

    /** Gives an amount to claims one after the other. */
    static List<Share> takeInTurn(List<Claim> claims, Money amount) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var claim : claims) {
            var part = left.min(claim.toPay());
            shares.addAll(claim.take(part));
            left = left.minus(part);
        }
        return List.copyOf(shares);
    }

    /** Gives an amount to claims in proportion to what each would take; the parts add up by the largest remainder. */
    static List<Share> takeInProportion(List<Claim> claims, Money amount) {
        var wanted = claims.stream().map(Claim::toPay).toList();
        var all = wanted.stream().reduce(Money::plus).orElseThrow();
        var parts = amount.min(all).splitBy(wanted.stream().map(Money::minorUnits).toList());
        var shares = new ArrayList<Share>();
        for (int i = 0; i < claims.size(); i++) {
            shares.addAll(claims.get(i).take(parts.get(i)));
        }
        return List.copyOf(shares);
    }

    private static boolean isChargeOfOpenInvoice(Debt debt, List<Debt> debts) {
        return debt.ofInvoice() != null
                && debts.stream().anyMatch(other -> other.documentId().equals(debt.ofInvoice()));
    }

    private static int rank(Item item, ComponentOrder order) {
        return switch (order) {
            case PRINCIPAL_FIRST -> item.debt().component() == Component.PRINCIPAL ? 0 : 1;
            case CHARGES_FIRST -> item.debt().component().ordinal();
        };
    }
}
