package io.receivables.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that a command must refuse, made from one that it would accept: each field in turn gets every value that is
 * wrong for its kind.
 *
 * @param pointer the field that is wrong; empty when it is the whole body
 * @param codes one of these must be the answer; empty when any refusal will do
 */
record Hostile(String name, String body, String pointer, Set<String> codes) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOLE = "HOLE";
    private static final List<String> NO_AMOUNT = List.of("1e3", "-1", "+1", " 1", "1 ", "01", "1000000000000000", "",
            "abc", "1,00", "1.", ".5", "NaN", "0x1", "\\u0661", "1.0000000000000000000000000000001");
    private static final List<String> NO_DATE = List.of("2026-02-30", "9999-01-01", "1969-12-31", "2200-01-01",
            "2024-1-1", "20240101", "2024-01-01T00:00:00Z", "", "+2024-01-01", "today");
    private static final List<String> NO_TEXT = List.of("a\\u202eb", "a\\u2066b", "a\\u0007b", "a\\u0000b", "a\\u0085b",
            "a\\nb", "", "x".repeat(501));
    private static final List<String> NO_ID = List.of("a/b", "x".repeat(65), "", "a b", "\\u00e9", "a\\u0000b", "a%2Fb",
            "../x");
    private static final List<String> NO_NUMBER = List.of("a\\u202eb", "a\\u0000b", "", "x".repeat(65));
    private static final Set<String> BUSINESS_DATES = Set.of("issueDate", "receivedDate", "effectiveDate", "paidDate");
    private static final Set<String> TEXTS = Set.of("name", "reason", "reference", "description", "source",
            "evidence", "note", "what", "courtReference", "owner");
    private static final Set<String> WORDS = Set.of("method", "currency", "baseCurrency", "country", "timeZone",
            "receivableClass", "endOfMonth", "taxMode", "category", "kind", "direction", "outcome", "debtorClass",
            "channel",
            "language");

    @Override
    public String toString() {
        return name;
    }

    /** Wrong whatever the command is. */
    static List<Hostile> structures(JsonNode valid) {
        var text = JSON.writeValueAsString(valid);
        var first = valid.propertyNames().iterator().next();
        var twice = "{\"" + first + "\":" + valid.get(first) + "," + text.substring(1);
        return List.of(whole("empty", "", "REQUIRED", "MALFORMED_JSON"), whole("cut off", text.substring(0,
                text.length() - 1), "MALFORMED_JSON"),
                whole("an array", "[" + text + "]", "WRONG_TYPE"), whole("an empty array", "[]", "WRONG_TYPE"),
                whole("null", "null", "REQUIRED", "WRONG_TYPE", "MALFORMED_JSON"), whole("a text", "\"body\"",
                        "WRONG_TYPE", "REQUIRED"),
                whole("a number", "1", "WRONG_TYPE", "REQUIRED"), whole("no JSON", "amount=1", "MALFORMED_JSON"),
                whole("two bodies", text + text, "MALFORMED_JSON"),
                whole("deeply nested", "[".repeat(5_000) + "]".repeat(5_000)),
                whole("deep in a field", "{\"" + first + "\":" + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)
                        + "}"),
                whole("two megabytes", "{\"" + first + "\":\"" + "x".repeat(2_000_000) + "\"}"),
                whole("a number of ten thousand digits", "{\"" + first + "\":" + "9".repeat(10_000) + "}"),
                new Hostile("unknown field", "{\"whatever\":1," + text.substring(1), "/whatever", Set.of(
                        "UNKNOWN_FIELD")),
                new Hostile("duplicate field", twice, "", Set.of("DUPLICATE_FIELD")));
    }

    /** Each field of the valid body made wrong. */
    static List<Hostile> fields(JsonNode valid) {
        var all = new ArrayList<Hostile>();
        collect(valid, valid, "", all);
        return all;
    }

    private static Hostile whole(String name, String body, String... codes) {
        return new Hostile(name, body, "", Set.of(codes));
    }

    private static void collect(JsonNode valid, JsonNode node, String pointer, List<Hostile> all) {
        if (node.has("amount") && node.has("currency") && node.size() == 2) {
            money(valid, pointer, all);
        } else if (node.isContainer()) {
            put(valid, pointer, "\"text\"", all, "WRONG_TYPE");
            children(node).forEach(child -> collect(valid, node.get(child) == null
                    ? node.get(Integer.parseInt(child))
                    : node.get(child), pointer + "/" + child, all));
        } else {
            put(valid, pointer, "{\"a\":1}", all, "WRONG_TYPE");
            put(valid, pointer, "[\"a\"]", all, "WRONG_TYPE");
            scalar(valid, node, pointer, all);
        }
    }

    private static Stream<String> children(JsonNode node) {
        return node.isArray()
                ? Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(String::valueOf)
                : node.propertyNames().stream();
    }

    private static void money(JsonNode valid, String pointer, List<Hostile> all) {
        NO_AMOUNT.forEach(bad -> money(valid, pointer, "\"" + bad + "\"", "\"EUR\"", all, "AMOUNT_INVALID"));
        money(valid, pointer, "\"1.001\"", "\"EUR\"", all, "SCALE_TOO_FINE");
        money(valid, pointer, "\"1.5\"", "\"JPY\"", all, "SCALE_TOO_FINE", "CURRENCY_MISMATCH");
        money(valid, pointer, "\"5\"", "\"USD\"", all, "CURRENCY_MISMATCH");
        money(valid, pointer, "1", "\"EUR\"", all, "WRONG_TYPE");
        money(valid, pointer, "null", "\"EUR\"", all, "REQUIRED");
        money(valid, pointer, "\"1\"", "null", all, "REQUIRED");
        for (var currency : List.of("ZZZ", "eur", "", "EURO", "\\u20ac", "XXX", "XAU")) {
            money(valid, pointer, "\"1\"", "\"" + currency + "\"", all, "CURRENCY_UNKNOWN");
        }
        put(valid, pointer, "\"1.00 EUR\"", all, "WRONG_TYPE");
        put(valid, pointer, "1.00", all, "WRONG_TYPE");
        put(valid, pointer, "{\"amount\":\"1\",\"currency\":\"EUR\",\"more\":1}", all, "UNKNOWN_FIELD");
        put(valid, pointer, "{\"amount\":\"1\",\"amount\":\"2\",\"currency\":\"EUR\"}", all, "DUPLICATE_FIELD");
    }

    private static void money(JsonNode valid, String pointer, String amount, String currency, List<Hostile> all,
            String... codes) {
        put(valid, pointer, "{\"amount\":" + amount + ",\"currency\":" + currency + "}", all, codes);
    }

    private static void scalar(JsonNode valid, JsonNode node, String pointer, List<Hostile> all) {
        var field = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (node.isBoolean()) {
            List.of("\"yes\"", "\"true\"", "1").forEach(bad -> put(valid, pointer, bad, all, "WRONG_TYPE"));
        } else if (node.isNumber()) {
            List.of("\"1\"", "1.5", "true").forEach(bad -> put(valid, pointer, bad, all, "WRONG_TYPE"));
            put(valid, pointer, "99999999999", all, "VALUE_INVALID");
            put(valid, pointer, "-1", all);
        } else if (node.asString().matches("\\d{4}-\\d{2}-\\d{2}")) {
            NO_DATE.forEach(bad -> put(valid, pointer, "\"" + bad + "\"", all, "DATE_INVALID"));
            put(valid, pointer, "20240101", all, "WRONG_TYPE");
            if (BUSINESS_DATES.contains(field)) {
                put(valid, pointer, "\"" + LocalDate.now().plusDays(2) + "\"", all, "DATE_IN_FUTURE");
                if (!valid.has("customerId")) {
                    put(valid, pointer, "\"1999-12-31\"", all, "BEFORE_ACCOUNT_OPENED", "NOT_AVAILABLE_AT_DATE",
                            "ITEM_NOT_OPEN");
                }
            }
        } else if (TEXTS.contains(field)) {
            NO_TEXT.forEach(bad -> put(valid, pointer, "\"" + bad + "\"", all, "TEXT_INVALID"));
            put(valid, pointer, "\"a\\ud800b\"", all, "TEXT_INVALID", "MALFORMED_JSON");
            put(valid, pointer, "1", all, "WRONG_TYPE");
        } else if (field.endsWith("Number") || field.equals("agency")) {
            NO_NUMBER.forEach(bad -> put(valid, pointer, "\"" + bad + "\"", all, "TEXT_INVALID"));
            put(valid, pointer, "1", all, "WRONG_TYPE");
        } else if (field.endsWith("Id") || field.equals("legalEntity") || field.equals("factor")
                || pointer.startsWith("/invoiceIds/") || pointer.startsWith("/relatesTo/")) {
            NO_ID.forEach(bad -> put(valid, pointer, "\"" + bad + "\"", all, "ID_INVALID", "TEXT_INVALID",
                    "LEGAL_ENTITY_NOT_FOUND"));
            put(valid, pointer, "1", all, "WRONG_TYPE");
        } else if (WORDS.contains(field)) {
            List.of("\"NOPE\"", "\"\"", "\"a\\u0000b\"")
                    .forEach(bad -> put(valid, pointer, bad, all,
                            "VALUE_INVALID", "CURRENCY_UNKNOWN", "TEXT_INVALID"));
            put(valid, pointer, "0", all, "WRONG_TYPE", "VALUE_INVALID");
        } else {
            List.of("\"\"", "\"-1\"", "\"1e1\"", "\"101\"", "\"x\"").forEach(bad -> put(valid, pointer, bad, all));
        }
    }

    private static void put(JsonNode valid, String pointer, String raw, List<Hostile> all, String... codes) {
        if (pointer.isEmpty()) {
            return;
        }
        var copy = valid.deepCopy();
        int end = pointer.lastIndexOf('/');
        var parent = copy.at(pointer.substring(0, end));
        var field = pointer.substring(end + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), HOLE);
        } else {
            ((ObjectNode) parent).put(field, HOLE);
        }
        var body = JSON.writeValueAsString(copy).replace("\"" + HOLE + "\"", raw);
        var shown = raw.length() > 60 ? raw.substring(0, 30) + "... (" + raw.length() + ")" : raw;
        all.add(new Hostile(pointer + " = " + shown, body, pointer, Set.of(codes)));
    }
}
