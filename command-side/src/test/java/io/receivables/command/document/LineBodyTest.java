package io.receivables.command.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LineBodyTest {

    @Test
    void eitherLinesOrATotalIsExpected() {
        assertRefused(ProblemCode.LINES_AND_TOTAL, () -> LineBody.total(List.of(), null));
        var lines = LineBody.lines(List.of(line("1.00", "20.00")));
        assertRefused(ProblemCode.LINES_AND_TOTAL, () -> LineBody.total(lines, Money.of("1.20", "EUR")));
    }

    @Test
    void linesOfTwoCurrenciesAreRefused() {
        assertRefused(ProblemCode.CURRENCY_MISMATCH, () -> LineBody.lines(List.of(line("1.00", "20.00"),
                new LineBody("in dollars", Money.of("1.00", "USD"), Percentage.of("20.00")))));
    }

    @Test
    void taxIsRoundedOncePerRateAndSplitOverItsLines() {
        // 3 x 0.33 at 20 %: 0.198 is 0.20 for the rate; rounding each line would give 0.21.
        var lines = LineBody.lines(List.of(line("0.33", "20.00"), line("0.33", "20"), line("0.33", "20.0")));
        assertThat(lines.stream().map(it -> it.taxAmount().toString())).containsExactly("0.07 EUR", "0.07 EUR",
                "0.06 EUR");
        assertThat(LineBody.total(lines, null)).isEqualTo(Money.of("1.19", "EUR"));
    }

    @Test
    void eachRateIsTaxedOnItsOwnSum() {
        var lines = LineBody.lines(List.of(line("100.00", "20.00"), line("10.00", "5.50"), line("0.00", "10.00")));
        assertThat(LineBody.total(lines, null)).isEqualTo(Money.of("130.55", "EUR"));
    }

    private static LineBody line(String net, String rate) {
        return new LineBody("goods", Money.of(net, "EUR"), Percentage.of(rate));
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
