package io.receivables.command.invoice.issue;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;

/** The instalments of an invoice are its total, and none falls due before the invoice exists. */
final class InstalmentsMustAddUp {

    private InstalmentsMustAddUp() {}

    static void check(Money total, List<Instalment> instalments, LocalDate issueDate) {
        for (int i = 0; i < instalments.size(); i++) {
            var instalment = instalments.get(i);
            var pointer = "/instalments/" + i;
            Amounts.requireCurrency(total.currency(), instalment.amount(), pointer + "/amount");
            Amounts.requirePositive(instalment.amount(), pointer + "/amount");
            if (instalment.dueDate().isBefore(issueDate)) {
                throw Amounts.refusal(ProblemCode.DUE_BEFORE_ISSUE, pointer + "/dueDate",
                        "due " + instalment.dueDate() + " is before the issue date " + issueDate);
            }
        }
        var sum = instalments.stream().map(Instalment::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (!sum.equals(total)) {
            throw Amounts.refusal(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP, "/instalments",
                    "the instalments add up to " + sum + ", the total is " + total);
        }
    }
}
