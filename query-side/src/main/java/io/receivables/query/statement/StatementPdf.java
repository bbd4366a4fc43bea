package io.receivables.query.statement;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.DocumentLanguage;
import io.receivables.query.edge.Pdf;
import io.receivables.query.ledger.LegalEntities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A statement on paper, in the language of the customer: the same figures as in JSON. */
@Component
public class StatementPdf {

    /** Lines of one document; it is put together in memory, about 20 kB a line. */
    public static final int MOST_LINES = 2_000;

    private final Pdf pdf;
    private final DocumentLanguage language;
    private final LegalEntities entities;

    StatementPdf(Pdf pdf, DocumentLanguage language, LegalEntities entities) {
        this.pdf = pdf;
        this.language = language;
        this.entities = entities;
    }

    /**
     * A whole statement, to be downloaded.
     *
     * @throws Refusal FILE_TOO_LARGE
     */
    public ResponseEntity<byte[]> answer(Statement statement) throws IOException {
        if (statement.lines().size() > MOST_LINES) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "a statement on paper has at most " + MOST_LINES
                    + " lines, and there are " + statement.lines().size() + "; ask for fewer days, or for CSV");
        }
        var out = new ByteArrayOutputStream();
        write(statement, null, out);
        var name = "statement-" + statement.accountId() + "-" + statement.to() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out.toByteArray());
    }

    /**
     * Writes a statement, or one of the parts that it was split into.
     *
     * @param part which one, such as {@code 1 / 2}; null for a whole statement
     */
    public void write(Statement statement, @Nullable String part, OutputStream out) throws IOException {
        var values = new HashMap<String, Object>(Map.of("it", statement, "company",
                entities.find(statement.legalEntity(), Long.MAX_VALUE).orElseThrow().name(), "begins",
                statement.from().isAfter(LocalDate.EPOCH)));
        if (part != null) {
            values.put("part", part);
        }
        pdf.write("statement", language.of(statement.accountId().value(), statement.legalEntity()), values, out);
    }
}
