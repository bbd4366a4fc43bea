package io.receivables.standalone.bookimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.receivables.events.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command as a batch carries it.
 *
 * @param row the line of the file that it comes from
 * @param amount what it adds to the balance; null when it opens an account
 */
@JsonPropertyOrder({"key", "command", "body"})
record BatchLine(String key, String command, Map<String, Object> body, @JsonIgnore long row,
        @JsonIgnore @Nullable Money amount) {}
