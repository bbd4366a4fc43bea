package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The columns of an aged balance, of one row or of all. Reads as {@code 10.00 | 0.00 5.00 0.00 0.00 | 0.00 = 15.00}. */
record Figures(BigDecimal notDue, List<BigDecimal> buckets, BigDecimal unapplied, BigDecimal balance) {

    static Figures of(JsonNode figures) {
        return new Figures(decimal(figures.path("notDue")),
                figures.path("buckets").valueStream().map(Figures::decimal).toList(),
                decimal(figures.path("unapplied")), decimal(figures.path("balance")));
    }

    private static BigDecimal decimal(JsonNode text) {
        assertThat(text.isString()).as("an amount is a text: " + text).isTrue();
        return new BigDecimal(text.asString());
    }

    void addUp() {
        var aged = buckets.stream().reduce(notDue, BigDecimal::add);
        assertThat(aged.subtract(unapplied)).as(toString()).isEqualByComparingTo(balance);
    }

    @Override
    public String toString() {
        return notDue + " | " + buckets.stream().map(String::valueOf).collect(Collectors.joining(" ")) + " | "
                + unapplied + " = " + balance;
    }
}
