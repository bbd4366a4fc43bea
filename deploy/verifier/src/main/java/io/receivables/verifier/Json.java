package io.receivables.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** An object of JSON. A field that is there twice is refused: two readers could see two things. */
record Json(Map<String, @Nullable Object> fields) {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Unreadable it is no JSON object */
    static Json read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("no JSON object");
            }
            var read = object(parser);
            if (parser.nextToken() != null) {
                throw new Unreadable("something follows the JSON object");
            }
            return read;
        } catch (JacksonException broken) {
            throw new Unreadable("no JSON: " + broken.getOriginalMessage());
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    String text(String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw new Unreadable("no text in " + field);
    }

    @Nullable
    String textOrNull(String field) {
        return fields.containsKey(field) && fields.get(field) == null ? null : text(field);
    }

    long number(String field) {
        if (fields.get(field) instanceof Long number) {
            return number;
        }
        throw new Unreadable("no whole number in " + field);
    }

    Json object(String field) {
        if (fields.get(field) instanceof Json object) {
            return object;
        }
        throw new Unreadable("no object in " + field);
    }

    List<String> texts(String field) {
        if (fields.get(field) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new Unreadable("no list of texts in " + field);
    }

    List<Json> objects(String field) {
        if (fields.get(field) instanceof List<?> list && list.stream().allMatch(Json.class::isInstance)) {
            return list.stream().map(Json.class::cast).toList();
        }
        throw new Unreadable("no list of objects in " + field);
    }

    private static Json object(JsonParser parser) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Json(fields);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            default -> throw new Unreadable("a value that is not expected here: " + parser.getString());
        };
    }
}
