package io.receivables.events.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount in one currency, always at the scale of that currency (ISO 4217: 0, 2 or 3 decimals), so that equal
 * amounts are equal records. Never rounds silently: an amount with more decimals is refused.
 */
public record Money(@JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency)
        implements
            Comparable<Money> {

    /** @throws ArithmeticException if the amount has more decimals than its currency */
    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @param minorUnits cents, or the smallest unit that the currency has */
    public static Money ofMinorUnits(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()), currency);
    }

    /** Cents, or the smallest unit that the currency has. */
    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The percentage of this amount, rounded half up to the currency's scale. */
    public Money percentageRoundedHalfUp(Percentage percentage) {
        return new Money(amount.multiply(percentage.value())
                .movePointLeft(2)
                .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /** {@code this x numerator / denominator}, rounded half up to the currency's scale. */
    public Money ratioRoundedHalfUp(BigDecimal numerator, BigDecimal denominator) {
        return new Money(amount.multiply(numerator)
                .divide(denominator, currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /**
     * Splits this amount in proportion to the weights by the method of the largest remainder; equal remainders go to
     * the earlier part. The parts always add up to the whole.
     */
    public List<Money> splitBy(List<Long> weights) {
        var sum = BigDecimal.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("weights add up to " + sum);
        }
        var whole = BigDecimal.valueOf(minorUnits());
        var floors = new long[weights.size()];
        var remainders = new BigDecimal[weights.size()];
        long left = minorUnits();
        for (int i = 0; i < floors.length; i++) {
            var parts = whole.multiply(BigDecimal.valueOf(weights.get(i))).divideAndRemainder(sum);
            floors[i] = parts[0].longValueExact();
            remainders[i] = parts[1].abs();
            left -= floors[i];
        }
        var byRemainder = IntStream.range(0, floors.length)
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(i -> remainders[i]).reversed())
                .toList();
        for (int i = 0; i < Math.abs(left); i++) {
            floors[byRemainder.get(i)] += Long.signum(left);
        }
        return Arrays.stream(floors).mapToObj(minor -> ofMinorUnits(minor, currency)).toList();
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isGreaterThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** As a person reads it in a refusal: {@code 119.00 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " are not of one currency");
        }
        return other;
    }
}
