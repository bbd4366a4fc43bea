package io.receivables.command.matching;

import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One item, or all that is open of one invoice, of just this amount; where nothing is, the one that is off by no more than
 * the tolerance.
 */
final class ExactMatch {

    private ExactMatch() {}

    /** What could be meant, and its amount. */
    private record Candidate(String name, Money amount, List<Share> shares) {}

    static Verdict choose(Question question) {
        var netOfDiscount = candidates(question, true);
        var exact = those(netOfDiscount, amount -> amount.equals(question.amount()));
        if (exact.isEmpty()) {
            exact = those(candidates(question, false), amount -> amount.equals(question.amount()));
        }
        if (!exact.isEmpty()) {
            return exact.size() == 1 ? chosen(exact.getFirst()) : ambiguous(exact, question);
        }
        var close = those(netOfDiscount, amount -> !distance(amount, question.amount())
                .isGreaterThan(question.tolerance()));
        return close.size() == 1 ? chosenAllTheSame(close.getFirst(), question) : new Verdict.Silent();
    }

    private static List<Candidate> those(List<Candidate> candidates, Predicate<Money> fits) {
        return candidates.stream().filter(candidate -> fits.test(candidate.amount())).toList();
    }

    private static Verdict chosen(Candidate candidate) {
        return Verdict.chosen(candidate.shares(),
                candidate.amount() + " is just what is to pay of " + candidate.name());
    }

    private static Verdict chosenAllTheSame(Candidate candidate, Question question) {
        var shares = new ArrayList<Share>();
        var left = question.amount();
        for (var share : candidate.shares()) {
            var part = left.min(share.amount());
            shares.add(new Share(share.debt(), share.instalment(), part));
            left = left.minus(part);
        }
        shares.removeIf(share -> share.amount().isZero());
        return new Verdict.Chosen(List.copyOf(shares),
                question.amount() + " is off by no more than " + question.tolerance() + " from the "
                        + candidate.amount() + " to pay of " + candidate.name(),
                true);
    }

    private static Verdict ambiguous(List<Candidate> found, Question question) {
        return new Verdict.Ambiguous(question.amount() + " is what is to pay of each of "
                + found.stream().map(Candidate::name).limit(10).collect(Collectors.joining(", ")));
    }

    private static List<Candidate> candidates(Question question, boolean netOfDiscount) {
        var candidates = new ArrayList<Candidate>();
        for (var item : question.items()) {
            var amount = netOfDiscount ? item.toPay() : item.part().open();
            candidates.add(new Candidate(item.name(), amount, List.of(Share.of(item, amount))));
        }
        for (var debt : question.debts()) {
            var whole = netOfDiscount
                    ? debt.toPay()
                    : debt.parts().stream().map(Debt.Part::open).reduce(Money::plus).orElseThrow();
            var charges = question.debts().stream().filter(it -> debt.documentId().equals(it.ofInvoice())).toList();
            if (debt.parts().size() > 1) {
                candidates.add(new Candidate(debt.documentId(), whole, List.of(new Share(debt, null, whole))));
            }
            if (!charges.isEmpty()) {
                var shares = new ArrayList<Share>();
                shares.add(new Share(debt, null, whole));
                charges.forEach(charge -> shares.add(new Share(charge, null, charge.toPay())));
                candidates.add(new Candidate(debt.documentId() + " with its charges", Share.sum(shares, whole),
                        List.copyOf(shares)));
            }
        }
        return candidates;
    }

    private static Money distance(Money one, Money other) {
        var difference = one.minus(other);
        return difference.isNegative() ? difference.negated() : difference;
    }
}
