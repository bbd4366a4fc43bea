package io.receivables.query.export.accountpack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.receivables.query.ledger.Known;
import io.receivables.query.seal.SealExtract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The last file: what is in the pack, so that a program finds what is missing, added or changed.
 *
 * @param format the name and edition of this layout
 * @param erasedLetters letters whose text was erased with the party record; their hashes are in the list of letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"format", "exportId", "accountId", "legalEntity", "asAt", "asKnown", "purpose", "orderedBy",
        "orderedAt", "seal", "erasedLetters", "files"})
record Manifest(String format, UUID exportId, String accountId, String legalEntity, LocalDate asAt, Known asKnown,
        String purpose, String orderedBy, Instant orderedAt, SealExtract.Summary seal, List<String> erasedLetters,
        List<ZipFiles.Held> files) {

    static final String FORMAT = "receivables account pack 1";

    Manifest {
        erasedLetters = List.copyOf(erasedLetters);
        files = List.copyOf(files);
    }
}
