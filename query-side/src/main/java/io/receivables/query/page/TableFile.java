package io.receivables.query.page;

import io.receivables.query.edge.Table;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Rows as a file that a browser keeps under a name of its own. */
enum TableFile {
    CSV("csv", Table.CSV),
    XLSX("xlsx", Table.XLSX);

    private final String ending;
    private final MediaType type;

    TableFile(String ending, String type) {
        this.ending = ending;
        this.type = MediaType.valueOf(type);
    }

    /** @param asAt null: today, which the name leaves out */
    ResponseEntity<Table> of(Table table, String what, @Nullable String legalEntity, @Nullable String asAt) {
        var name = Stream.of(what, legalEntity, asAt)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("-"))
                .replaceAll("[^A-Za-z0-9-]", "_");
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + "." + ending).build().toString())
                .body(table);
    }
}
