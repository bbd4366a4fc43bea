package io.receivables.standalone.bookimport;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column of a file has which field. */
final class Columns {

    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private final Map<Field, String> values;
    private final List<String> header;

    /**
     * @param header the names of the columns; empty when the file does not name them
     * @throws ImportRefused when a column that was asked for, or that nothing works without, is not there
     */
    Columns(List<String> header, Mapping mapping) {
        this.header = header;
        this.values = mapping.values();
        for (var field : Field.values()) {
            var asked = mapping.columns().get(field);
            if (asked != null) {
                places.put(field, asked(field, asked));
            } else if (!values.containsKey(field)) {
                mapping.layout()
                        .headers()
                        .getOrDefault(field, List.of())
                        .stream()
                        .map(name -> find(field, name))
                        .filter(place -> place >= 0)
                        .findFirst()
                        .ifPresent(place -> places.put(field, place));
            }
        }
        requireOne(Field.CUSTOMER, Field.ACCOUNT);
        requireOne(Field.ISSUE_DATE);
        requireOne(Field.OPEN_AMOUNT, Field.AMOUNT);
        requireOne(Field.CURRENCY);
    }

    /** What a row says of a field, without blanks around; null when it says nothing. */
    @Nullable
    String value(Field field, List<String> row) {
        if (values.containsKey(field)) {
            return values.get(field);
        }
        var place = places.get(field);
        if (place == null || place >= row.size() || row.get(place).isBlank()) {
            return null;
        }
        return row.get(place).strip();
    }

    /** Whether a column, or one value for all rows, is known for a field. */
    boolean has(Field field) {
        return places.containsKey(field) || values.containsKey(field);
    }

    /** How a user knows the column of a field. */
    String nameOf(Field field) {
        var place = places.get(field);
        return place == null ? field.code() : place < header.size() ? header.get(place) : Integer.toString(place + 1);
    }

    private int asked(Field field, String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            place = find(field, name);
        }
        if (place < 0 && name.matches("[1-9][0-9]{0,3}")) {
            place = Integer.parseInt(name) - 1;
        }
        if (place < 0 || !header.isEmpty() && place >= header.size()) {
            throw new ImportRefused("there is no column " + name + " for " + field.code() + ", only "
                    + (header.isEmpty() ? "numbers: the file names none" : String.join(", ", header)));
        }
        return place;
    }

    private int find(Field field, String name) {
        var found = IntStream.range(0, header.size())
                .filter(place -> plain(header.get(place)).equals(plain(name)))
                .toArray();
        if (found.length > 1) {
            throw new ImportRefused("the column " + name + " stands more than once: give its number, --map "
                    + field.code() + "=" + (found[0] + 1));
        }
        return found.length == 0 ? -1 : found[0];
    }

    private void requireOne(Field... fields) {
        for (var field : fields) {
            if (has(field)) {
                return;
            }
        }
        throw new ImportRefused("no column has the field " + fields[0].code() + ": name it by --map " + fields[0].code()
                + "=COLUMN, or give one value for all rows by --set " + fields[0].code() + "=VALUE; the file has "
                + (header.isEmpty() ? "no header" : String.join(", ", header)));
    }

    /** Letters and digits in lower case, without accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
