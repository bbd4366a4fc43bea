package io.receivables.standalone.bookimport;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Terms as ledgers write them: {@code 30}, {@code Net 30}, {@code 30 days}, {@code 2/10 net 30}.
 *
 * @param discountPercent null when early payment earns nothing
 */
record Terms(int netDays, @Nullable String discountPercent, int discountDays) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:([0-9]{1,2}(?:\\.[0-9]{1,2})?)\\s*%?\\s*/\\s*([0-9]{1,3}),?\\s*)?(?:net|n/?)?\\s*([0-9]{1,3})\\s*(?:days|d|jours|tage)?",
            Pattern.CASE_INSENSITIVE);

    static Optional<Terms> of(String text) {
        var match = WRITTEN.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var percent = match.group(1);
        return Optional.of(new Terms(Integer.parseInt(match.group(3)), percent,
                percent == null ? 0 : Integer.parseInt(match.group(2))));
    }
}
