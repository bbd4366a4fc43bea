package io.receivables.command.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Code civil, art. 1342-10: debts that are due go first; among these the one that the debtor has most interest in paying,
 * then the oldest; and where all is equal each its proportion.
 */
final class LegalOrder {

    private LegalOrder() {}

    static Verdict choose(Question question) {
        var date = question.date();
        var order = Comparator.comparing((Claim claim) -> !isDue(claim, date))
                .thenComparing(claim -> !(isDue(claim, date) && claim.dated().debt().onerous()))
                .thenComparing(Claim::dueDate)
                .thenComparing(claim -> claim.dated().debt().documentDate());
        var claims = Claim.of(question).stream().sorted(order).toList();
        var shares = new ArrayList<Share>();
        var left = question.amount();
        for (int i = 0; i < claims.size() && left.isPositive();) {
            int end = i + 1;
            while (end < claims.size() && order.compare(claims.get(i), claims.get(end)) == 0) {
                end++;
            }
            var taken = Claim.takeInProportion(claims.subList(i, end), left);
            shares.addAll(taken);
            left = left.minus(Share.sum(taken, left));
            i = end;
        }
        return Verdict.chosen(List.copyOf(shares), "due at " + date + " first, then the most onerous, then the oldest"
                + ", equal ones in proportion");
    }

    private static boolean isDue(Claim claim, LocalDate date) {
        return !claim.dueDate().isAfter(date);
    }
}
