package io.receivables.command.duedate;

import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.LegalMaximumCheck;
import io.receivables.events.policy.DueDateLimit;
import io.receivables.events.policy.LegalMaximum;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 60 days from the invoice, or 45 days end of month where terms were agreed so, in either reading. */
class LegalMaximumsTest {

    private static final List<DueDateLimit> LIMITS = List.of(new DueDateLimit(60, null),
            new DueDateLimit(45, EndOfMonth.NET_THEN_END), new DueDateLimit(45, EndOfMonth.END_THEN_NET));

    @ParameterizedTest(name = "{0}, issued {1}, due {2}: until {3}, {4} days over")
    @CsvSource({
            "NONE, 2026-01-01, 2026-03-02, 2026-03-02, 0",
            "NONE, 2026-01-01, 2026-03-03, 2026-03-02, 1",
            "NONE, 2026-01-16, 2026-03-31, 2026-03-17, 14",
            // Agreed end of month, the same dates are lawful: 16 January and 45 days is 2 March.
            "NET_THEN_END, 2026-01-16, 2026-03-31, 2026-03-31, 0",
            "NET_THEN_END, 2026-01-16, 2026-04-10, 2026-03-31, 10",
            // Where 60 days go further than the end of the month, they still are lawful.
            "NET_THEN_END, 2026-01-14, 2026-03-15, 2026-03-15, 0",
            "END_THEN_NET, 2026-01-02, 2026-03-17, 2026-03-17, 0",
            "END_THEN_NET, 2026-01-02, 2026-03-18, 2026-03-17, 1"})
    void theLatestOfTheLimitsThatApplyIsTheMaximum(EndOfMonth agreed, LocalDate issued, LocalDate due,
            LocalDate latest, long over) {
        var check = check(LIMITS, agreed, issued, due);
        assertThat(check.latestDueDate()).isEqualTo(latest);
        assertThat(check.daysOver()).isEqualTo(over);
        assertThat(check.exceeded()).isEqualTo(over > 0);
        assertThat(check.source()).isEqualTo("L441-10");
    }

    @Test
    void theLatestInstalmentIsJudged() {
        var check = LegalMaximums.check(maximum(LegalMaximum.Mode.REPORT), PaymentTerms.net(30), day("01-01"),
                List.of(new Instalment(1, day("04-01"), eur("1.00")), new Instalment(2, day("02-01"), eur("1.00"))));
        assertThat(Objects.requireNonNull(check).dueDate()).isEqualTo(day("04-01"));
    }

    @Test
    void nothingIsCheckedWithoutALimitThatApplies() {
        var instalments = List.of(new Instalment(1, day("12-01"), eur("1.00")));
        assertThat(LegalMaximums.check(null, PaymentTerms.net(30), day("01-01"), instalments)).isNull();
        var other = new LegalMaximum(LIMITS.subList(1, 3), null, "L441-10");
        assertThat(LegalMaximums.check(other, PaymentTerms.net(30), day("01-01"), instalments)).isNull();
    }

    @Test
    void whatIsBeyondIsRefusedOnlyWhereThePolicyWantsThat() {
        var beyond = check(LIMITS, EndOfMonth.NONE, day("01-01"), day("03-12"));
        LegalMaximums.refuseBeyond(maximum(LegalMaximum.Mode.REPORT), beyond, "/dueDate");
        LegalMaximums.refuseBeyond(maximum(LegalMaximum.Mode.REFUSE),
                check(LIMITS, EndOfMonth.NONE, day("01-01"), day("03-02")), "/dueDate");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> LegalMaximums.refuseBeyond(maximum(LegalMaximum.Mode.REFUSE), beyond, "/dueDate"))
                .withMessageContaining("2026-03-12")
                .withMessageContaining("10 days")
                .withMessageContaining("2026-03-02")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.LEGAL_MAXIMUM_EXCEEDED));
    }

    private static LegalMaximum maximum(LegalMaximum.Mode mode) {
        return new LegalMaximum(LIMITS, mode, "L441-10");
    }

    private static LegalMaximumCheck check(List<DueDateLimit> limits, EndOfMonth agreed, LocalDate issued,
            LocalDate due) {
        return Objects.requireNonNull(LegalMaximums.check(new LegalMaximum(limits, null, "L441-10"),
                new PaymentTerms(30, agreed, null, null), issued, List.of(new Instalment(1, due, eur("1.00")))));
    }
}
