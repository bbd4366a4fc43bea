package io.receivables.standalone.bookimport;

import java.util.List;
import java.util.Objects;

/** The rows of a file, in its order, and how it names its columns. */
record ReadBook(List<BookRow> rows, Columns columns) {

    List<Item> items() {
        return rows.stream().map(BookRow::item).filter(Objects::nonNull).toList();
    }

    List<Finding> findings() {
        return rows.stream().flatMap(row -> row.findings().stream()).toList();
    }
}
