package io.receivables.standalone.bookimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A usual layout: under which headers it has each field, and how it writes.
 *
 * @param headers the names that a column may have, in any case and with any punctuation
 */
public record Layout(Map<Field, List<String>> headers, char delimiter, List<String> datePatterns, char decimalSign) {

    private static final Properties ALL = read();

    /** The names of the layouts, in the order of the alphabet. */
    public static List<String> names() {
        var names = new TreeSet<String>();
        ALL.stringPropertyNames().forEach(name -> names.add(name.substring(0, name.indexOf('.'))));
        return List.copyOf(names);
    }

    /** @throws ImportRefused when there is no such layout */
    public static Layout named(String name) {
        if (!names().contains(name)) {
            throw new ImportRefused("no such layout: " + name + "; there are " + String.join(", ", names()));
        }
        var headers = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            headers.put(field, words(name + "." + field.code()));
        }
        return new Layout(headers, only(name + ".delimiter"), words(name + ".dates"), only(name + ".decimalSign"));
    }

    private static char only(String key) {
        return Objects.requireNonNull(ALL.getProperty(key), key).charAt(0);
    }

    private static List<String> words(String key) {
        return Arrays.stream(ALL.getProperty(key, "").split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Properties read() {
        try (InputStream file = Layout.class.getResourceAsStream("/import-layouts.properties")) {
            var read = new Properties();
            read.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
