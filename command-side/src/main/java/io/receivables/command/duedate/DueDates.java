package io.receivables.command.duedate;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.Roll;
import io.receivables.events.account.TermsStart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;
import io.receivables.events.policy.TermsRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an invoice falls due under payment terms, and how much of it. */
public final class DueDates {

    private DueDates() {}

    /** The days of an invoice that terms count from. */
    public record Invoiced(LocalDate issueDate, @Nullable LocalDate supplyDate) {}

    /**
     * The instalments of a total. A part of the total that comes to nothing is no instalment.
     *
     * @param rules whose holidays are no business days for terms that roll
     * @throws Refusal SUPPLY_DATE_REQUIRED, CURRENCY_MISMATCH, or INSTALMENTS_DO_NOT_ADD_UP where fixed amounts leave
     * nothing for the last instalment
     */
    public static List<Instalment> of(PaymentTerms terms, Money total, Invoiced invoiced, TermsRules rules) {
        var holidays = Objects.requireNonNullElseGet(rules.holidays(), List::<LocalDate>of);
        var parts = Objects.requireNonNullElseGet(terms.instalments(), List::<InstalmentTerms>of);
        if (parts.isEmpty()) {
            return List.of(new Instalment(1, due(terms, null, invoiced, holidays), total));
        }
        var amounts = InstalmentAmounts.of(parts, total);
        var instalments = new ArrayList<Instalment>();
        for (int i = 0; i < parts.size(); i++) {
            if (!amounts.get(i).isZero()) {
                instalments.add(new Instalment(instalments.size() + 1,
                        due(terms, parts.get(i), invoiced, holidays), amounts.get(i)));
            }
        }
        return List.copyOf(instalments);
    }

    private static LocalDate due(PaymentTerms terms, @Nullable InstalmentTerms part, Invoiced invoiced,
            Collection<LocalDate> holidays) {
        int netDays = part == null || part.netDays() == null ? terms.netDays() : part.netDays();
        var endOfMonth = part == null || part.endOfMonth() == null ? terms.endOfMonth() : part.endOfMonth();
        var dayOfMonth = part == null || part.dayOfMonth() == null ? terms.dayOfMonth() : part.dayOfMonth();
        var net = net(start(terms, invoiced), netDays, endOfMonth);
        var due = dayOfMonth == null ? net : nextDayOfMonth(net, dayOfMonth);
        // Days that run from the supply may be over when the invoice comes: it is then due at once.
        var possible = due.isBefore(invoiced.issueDate()) ? invoiced.issueDate() : due;
        return terms.roll() == Roll.FOLLOWING ? businessDay(possible, holidays) : possible;
    }

    /** The day that is so many days after a start, "end of month" taken in one of its readings. */
    static LocalDate net(LocalDate start, int netDays, EndOfMonth endOfMonth) {
        return switch (endOfMonth) {
            case NONE -> start.plusDays(netDays);
            case NET_THEN_END -> YearMonth.from(start.plusDays(netDays)).atEndOfMonth();
            case END_THEN_NET -> YearMonth.from(start).atEndOfMonth().plusDays(netDays);
        };
    }

    private static LocalDate start(PaymentTerms terms, Invoiced invoiced) {
        if (terms.from() != TermsStart.SUPPLY) {
            return invoiced.issueDate();
        }
        if (invoiced.supplyDate() == null) {
            throw Amounts.refusal(ProblemCode.SUPPLY_DATE_REQUIRED, "/supplyDate",
                    "the terms run from the day of supply, and the invoice names none");
        }
        return invoiced.supplyDate();
    }

    private static LocalDate nextDayOfMonth(LocalDate from, int day) {
        var sameMonth = dayIn(YearMonth.from(from), day);
        return sameMonth.isBefore(from) ? dayIn(YearMonth.from(from).plusMonths(1), day) : sameMonth;
    }

    private static LocalDate dayIn(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static LocalDate businessDay(LocalDate from, Collection<LocalDate> holidays) {
        var day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
