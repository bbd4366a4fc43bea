package io.receivables.query.edge;

import io.receivables.events.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a language writes dates and amounts on paper. */
public final class PaperText {

    /** Which groups digits in French; the font does not know it. */
    private static final char NARROW_SPACE = '\u202f';
    private static final char SPACE = '\u00a0';

    private final Locale locale;

    PaperText(Locale locale) {
        this.locale = locale;
    }

    /** {@code 1 234,50 EUR} or {@code 1,234.50 EUR}. */
    public String amount(Money money) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount()).replace(NARROW_SPACE, SPACE) + SPACE + money.currency().getCurrencyCode();
    }

    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", locale));
    }

    public String time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss 'UTC'", locale));
    }
}
