package io.receivables.command.matching;

import java.util.stream.Collectors;

/** The debtor chooses what he pays (Code civil, art. 1342-10): what he names goes first, the oldest due first. */
final class Instruction {

    private Instruction() {}

    static Verdict choose(Question question) {
        var named = question.debts().stream().filter(debt -> isNamed(debt, question)).toList();
        var shares = Claim.takeInTurn(Claim.of(question.about(named)), question.amount());
        var names = named.stream().map(Debt::number).collect(Collectors.joining(", "));
        return Verdict.chosen(shares, "it names " + names);
    }

    /** A charge goes with its invoice. */
    private static boolean isNamed(Debt debt, Question question) {
        return question.instructed().contains(debt.documentId())
                || debt.ofInvoice() != null && question.instructed().contains(debt.ofInvoice());
    }
}
