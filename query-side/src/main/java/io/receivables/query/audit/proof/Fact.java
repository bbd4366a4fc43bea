package io.receivables.query.audit.proof;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stored fact as the second reading sees it: JSON with names, dates as the texts that they are.
 *
 * @param recordedAt in microseconds since 1970, rising from fact to fact
 * @param effective the business date
 * @param accounting the date under which it is booked
 * @param account null where the fact belongs to none
 */
record Fact(long position, long recordedAt, String type, JsonNode data, String effective, String accounting,
        String entity, @Nullable String account) {

    /** Null where it is absent. */
    static @Nullable String text(JsonNode of, String name) {
        var value = of.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    static String required(JsonNode of, String name) {
        return Objects.requireNonNull(text(of, name), () -> name + " is missing in " + of);
    }

    @Nullable
    String text(String name) {
        return text(data, name);
    }

    String required(String name) {
        return required(data, name);
    }

    boolean has(String name) {
        return data.hasNonNull(name);
    }

    /** An amount of the fact itself, in minor units. */
    long amount(String name) {
        return minor(data.path(name));
    }

    String currency(String name) {
        return required(data.path(name), "currency");
    }

    List<JsonNode> list(String name) {
        return data.path(name).isArray() ? data.path(name).valueStream().toList() : List.of();
    }

    /** Amounts are written with all digits of their currency, so that the digits alone count minor units. */
    static long minor(JsonNode money) {
        return Long.parseLong(required(money, "amount").replace(".", ""));
    }
}
