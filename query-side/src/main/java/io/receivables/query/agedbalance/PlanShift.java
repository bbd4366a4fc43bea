package io.receivables.query.agedbalance;

import io.receivables.query.agedbalance.Question.Basis;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.ledger.PlannedItems;
import io.receivables.query.ledger.PlannedItems.Planned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What ages by the dates of payment plans instead of those of the contract: by the keys of the rows, the amounts that leave
 * one slot for another. The totals stay what they are. Empty unless the question's basis is the plan.
 */
record PlanShift(Map<String, List<Move>> byKey) {

    /** @param amount in minor units */
    record Move(int from, int to, long amount) {}

    static PlanShift of(Question question, PlannedItems items) {
        var byKey = new HashMap<String, List<Move>>();
        if (question.basis() == Basis.PLAN) {
            for (var planned : planned(question, items)) {
                byKey.computeIfAbsent(
                        question.groupBy() == GroupBy.CUSTOMER ? planned.customerId() : planned.accountId(),
                        _ -> new ArrayList<>()).add(move(question, planned));
            }
        }
        return new PlanShift(byKey);
    }

    private static List<Planned> planned(Question question, PlannedItems items) {
        return question.accountId() == null
                ? items.ofEntity(question.legalEntity(), question.currency(), question.receivableClass(),
                        question.asOf())
                : items.ofAccount(question.accountId(), question.receivableClass(), question.asOf());
    }

    private static Move move(Question question, Planned planned) {
        var piece = planned.piece();
        return new Move(slot(question, piece.item().dueDate()), slot(question, piece.planDueDate()), piece.amount());
    }

    /** As {@link Slots} says it in SQL: 0 is not due. */
    private static int slot(Question question, LocalDate due) {
        long daysPastDue = ChronoUnit.DAYS.between(due, question.asOf().asAt());
        return (int) question.edges().lowerBounds().stream().filter(bound -> daysPastDue >= bound).count();
    }

    Amounts of(String key, Amounts contractual) {
        return moved(contractual, byKey.getOrDefault(key, List.of()));
    }

    Amounts total(Amounts contractual) {
        return moved(contractual, byKey.values().stream().flatMap(List::stream).toList());
    }

    private static Amounts moved(Amounts contractual, List<Move> moves) {
        if (moves.isEmpty()) {
            return contractual;
        }
        var slots = new ArrayList<>(contractual.slots());
        for (var move : moves) {
            slots.set(move.from(), slots.get(move.from()) - move.amount());
            slots.set(move.to(), slots.get(move.to()) + move.amount());
        }
        return new Amounts(List.copyOf(slots), contractual.balance());
    }
}
