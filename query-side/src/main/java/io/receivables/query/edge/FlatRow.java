package io.receivables.query.edge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.receivables.events.money.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An item of a list as one row: a field within a field is {@code outer.inner}, money is its amount and, beside it, its currency;
 * a list within a row is written as JSON.
 */
final class FlatRow {

    private static final String CURRENCY = ".currency";

    /** Records within records end well before. */
    private static final int DEEPEST = 5;

    private FlatRow() {}

    /** The columns that items of the type may have; none where it is no record. */
    static List<String> columns(Class<?> type) {
        var columns = new ArrayList<String>();
        if (type.isRecord()) {
            addColumns("", type, columns, 0);
        }
        return columns;
    }

    private static void addColumns(String prefix, Class<?> type, List<String> columns, int depth) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + component.getName();
            if (component.getType() == Money.class) {
                columns.add(name);
                columns.add(name + CURRENCY);
            } else if (isUnwrapped(component) && component.getType().isRecord()) {
                addColumns(prefix, component.getType(), columns, depth + 1);
            } else if (component.getType().isRecord() && !isScalar(component.getType()) && depth < DEEPEST) {
                addColumns(name + ".", component.getType(), columns, depth + 1);
            } else {
                columns.add(name);
            }
        }
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.isAnnotationPresent(JsonUnwrapped.class)
                || component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** A record that is a text in JSON, such as an id. */
    private static boolean isScalar(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(it -> it.isAnnotationPresent(JsonValue.class));
    }

    /** The cells of an item by their column; what it lacks is left out. */
    static Map<String, Object> of(JsonNode item) {
        var row = new LinkedHashMap<String, Object>();
        add("", item, row);
        return row;
    }

    private static void add(String prefix, JsonNode fields, Map<String, Object> row) {
        for (var field : fields.properties()) {
            var name = prefix + field.getKey();
            var value = field.getValue();
            if (isMoney(value)) {
                row.put(name, new BigDecimal(value.get("amount").asString()));
                row.put(name + CURRENCY, value.get("currency").asString());
            } else if (value.isObject()) {
                add(name + ".", value, row);
            } else if (value.isArray()) {
                row.put(name, value.toString());
            } else if (value.isNumber()) {
                row.put(name, value.decimalValue());
            } else if (!value.isNull()) {
                row.put(name, dateOrText(value.asString()));
            }
        }
    }

    private static boolean isMoney(JsonNode value) {
        return value.isObject() && value.size() == 2 && value.has("amount") && value.has("currency");
    }

    private static Object dateOrText(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : text;
        } catch (DateTimeParseException notADate) {
            return text;
        }
    }
}
