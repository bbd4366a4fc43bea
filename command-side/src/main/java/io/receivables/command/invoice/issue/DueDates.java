package io.receivables.command.invoice.issue;

import io.receivables.events.account.PaymentTerms;
import java.time.LocalDate;
import java.time.YearMonth;

/** When an invoice falls due under the terms of its account. */
final class DueDates {

    private DueDates() {}

    static LocalDate of(PaymentTerms terms, LocalDate issueDate) {
        var due = switch (terms.endOfMonth()) {
            case NONE -> issueDate.plusDays(terms.netDays());
            case NET_THEN_END -> YearMonth.from(issueDate.plusDays(terms.netDays())).atEndOfMonth();
            case END_THEN_NET -> YearMonth.from(issueDate).atEndOfMonth().plusDays(terms.netDays());
        };
        return terms.dayOfMonth() == null ? due : nextDayOfMonth(due, terms.dayOfMonth());
    }

    private static LocalDate nextDayOfMonth(LocalDate from, int day) {
        var sameMonth = dayIn(YearMonth.from(from), day);
        return sameMonth.isBefore(from) ? dayIn(YearMonth.from(from).plusMonths(1), day) : sameMonth;
    }

    private static LocalDate dayIn(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
