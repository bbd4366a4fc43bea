package io.receivables.query.page;

import io.receivables.events.money.Money;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * An amount on a page. Never a binary fraction on its way: the text is cut from the decimal digits.
 *
 * @param value exactly as the API has it
 * @param text the same, grouped for the eye
 */
record Amount(String value, String text, boolean zero, boolean negative) {

    /** Narrow and unbreakable, as the International System of Units groups digits. */
    private static final String GROUP = "\u202f";
    private static final String MINUS = "\u2212";

    static Amount of(Money money) {
        return of(money.amount().toPlainString());
    }

    static Amount of(String value) {
        return of(value, LocaleContextHolder.getLocale());
    }

    static Amount of(String value, Locale locale) {
        int sign = new BigDecimal(value).signum();
        var digits = sign < 0 ? value.substring(1) : value;
        int point = digits.indexOf('.');
        var whole = grouped(point < 0 ? digits : digits.substring(0, point));
        var fraction = point < 0 ? "" : decimalMark(locale) + digits.substring(point + 1);
        return new Amount(value, (sign < 0 ? MINUS : "") + whole + fraction, sign == 0, sign < 0);
    }

    static String grouped(String whole) {
        var text = new StringBuilder(whole);
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, GROUP);
        }
        return text.toString();
    }

    private static String decimalMark(Locale locale) {
        return locale.getLanguage().equals("fr") ? "," : ".";
    }
}
