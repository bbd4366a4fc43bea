package io.receivables.query.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.ledger.Known;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is written, settled when it was ordered: its facts and figures are the same whenever, and by whichever node, it is written.
 * Names, letters that were erased meanwhile, and the signed tree are those of the moment of writing.
 *
 * @param parameters with dates and positions for what was left to be "now"
 * @param known the cut, where there is one
 * @param mediaType of the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Settled(SortedMap<String, String> parameters, @Nullable Known known, String fileName,
        String mediaType) {

    /** @param changed parameters that stand for others of their name */
    public static Settled of(Map<String, String> parameters, Map<String, String> changed, @Nullable Known known,
            String fileName, String mediaType) {
        var all = new TreeMap<>(parameters);
        all.putAll(changed);
        return new Settled(all, known, fileName, mediaType);
    }
}
