package io.receivables.standalone.bookimport;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/**
 * How a file writes what it says.
 *
 * @param datePatterns tried in order; {@code yyyy-MM-dd}, {@code M/d/yyyy} and so on
 * @param decimalSign point or comma; the other one, blanks and apostrophes may group digits
 * @param header whether the first row names the columns
 */
public record Dialect(char delimiter, Charset charset, List<String> datePatterns, char decimalSign, boolean header) {

    /** Strict: the 30th of February is refused, not moved. */
    List<DateTimeFormatter> dates() {
        return datePatterns.stream().map(Dialect::date).toList();
    }

    private static DateTimeFormatter date(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException noPattern) {
            throw new ImportRefused(pattern + " is no pattern of dates such as yyyy-MM-dd: " + noPattern.getMessage());
        }
    }
}
