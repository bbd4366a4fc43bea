package io.receivables.command.invoice;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;

/** New instalments are just what is open, and fall due after they were agreed, not before. */
final class RescheduledMustBeWhatIsOpen {

    private RescheduledMustBeWhatIsOpen() {}

    static void check(InvoiceIssued issued, List<InstalmentAmount> open, List<NewInstalment> wanted, LocalDate date) {
        var currency = issued.total().currency();
        if (open.isEmpty()) {
            throw new Refusal(ProblemCode.NOTHING_TO_RESCHEDULE,
                    "nothing is open on invoice " + issued.invoiceId() + " at " + date + " and ever after");
        }
        for (int i = 0; i < wanted.size(); i++) {
            var pointer = "/instalments/" + i;
            Amounts.requireCurrency(currency, wanted.get(i).amount(), pointer + "/amount");
            Amounts.requirePositive(wanted.get(i).amount(), pointer + "/amount");
            if (wanted.get(i).dueDate().isBefore(date)) {
                throw Amounts.refusal(ProblemCode.DUE_BEFORE_RESCHEDULE, pointer + "/dueDate",
                        "due " + wanted.get(i).dueDate() + " is before the effective date " + date);
            }
        }
        var sum = wanted.stream().map(NewInstalment::amount).reduce(Money.zero(currency), Money::plus);
        var total = InstalmentAmount.total(open);
        if (!sum.equals(total)) {
            throw Amounts.refusal(ProblemCode.INSTALMENTS_DO_NOT_ADD_UP, "/instalments",
                    "the instalments add up to " + sum + ", what is open from " + date + " on is " + total);
        }
    }
}
