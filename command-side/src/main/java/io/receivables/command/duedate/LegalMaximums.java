package io.receivables.command.duedate;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.InstalmentTerms;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.policy.DueDateLimit;
import io.receivables.events.policy.LegalMaximum;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds due dates against the legal maximum of the credit policy. */
public final class LegalMaximums {

    private LegalMaximums() {}

    /**
     * The check of the latest instalment, which is the one that can go too far.
     *
     * @param agreed terms whose reading of "end of month" lets the limits of that reading apply
     * @return null where the policy sets no maximum, or none of its limits applies
     */
    public static @Nullable LegalMaximumCheck check(@Nullable LegalMaximum maximum, PaymentTerms agreed,
            LocalDate issueDate, List<Instalment> instalments) {
        if (maximum == null) {
            return null;
        }
        var dueDate = instalments.stream().map(Instalment::dueDate).max(Comparator.naturalOrder()).orElseThrow();
        return maximum.limits()
                .stream()
                .filter(limit -> readingOf(limit) == EndOfMonth.NONE
                        || readings(agreed).anyMatch(readingOf(limit)::equals))
                .map(limit -> check(maximum, limit, issueDate, dueDate))
                .max(Comparator.comparing(LegalMaximumCheck::latestDueDate))
                .orElse(null);
    }

    /**
     * @param pointer what the request says of its due dates
     * @throws Refusal LEGAL_MAXIMUM_EXCEEDED where the policy wants that
     */
    public static void refuseBeyond(@Nullable LegalMaximum maximum, @Nullable LegalMaximumCheck check,
            String pointer) {
        if (maximum != null && maximum.mode() == LegalMaximum.Mode.REFUSE && check != null && check.exceeded()) {
            throw Amounts.refusal(ProblemCode.LEGAL_MAXIMUM_EXCEEDED, pointer, "due " + check.dueDate() + " is "
                    + check.daysOver() + " days after the latest legal date, " + check.latestDueDate() + " ("
                    + check.source() + ")");
        }
    }

    private static LegalMaximumCheck check(LegalMaximum maximum, DueDateLimit limit, LocalDate issueDate,
            LocalDate dueDate) {
        var latest = DueDates.net(issueDate, limit.netDays(), readingOf(limit));
        long over = Math.max(0, ChronoUnit.DAYS.between(latest, dueDate));
        return new LegalMaximumCheck(dueDate, latest, limit, maximum.source(), over > 0, over);
    }

    private static EndOfMonth readingOf(DueDateLimit limit) {
        return Objects.requireNonNullElse(limit.endOfMonth(), EndOfMonth.NONE);
    }

    private static Stream<EndOfMonth> readings(PaymentTerms agreed) {
        var parts = Objects.requireNonNullElseGet(agreed.instalments(), List::<InstalmentTerms>of);
        return parts.isEmpty()
                ? Stream.of(agreed.endOfMonth())
                : parts.stream().map(part -> Objects.requireNonNullElse(part.endOfMonth(), agreed.endOfMonth()));
    }
}
