package io.receivables.platform.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter is posted to.
 *
 * @param lines street, building, to the attention of whom
 * @param country in words, as it stands on the envelope; null within the sender's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostalAddress(List<String> lines, @Nullable String postalCode, @Nullable String city,
        @Nullable String country) {

    /** As on the envelope, without the name. */
    public List<String> onEnvelope() {
        var all = new ArrayList<>(lines);
        if (postalCode != null || city != null) {
            all.add(((postalCode == null ? "" : postalCode) + " " + (city == null ? "" : city)).strip());
        }
        if (country != null) {
            all.add(country);
        }
        return List.copyOf(all);
    }
}
