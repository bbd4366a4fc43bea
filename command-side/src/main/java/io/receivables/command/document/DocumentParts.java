package io.receivables.command.document;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document a write-off, a refund or a recovery belongs to, for commands that name just the part. */
@Component
public class DocumentParts {

    private final JdbcClient jdbc;

    DocumentParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has an id of its own, and how it is refused when it is unknown. */
    public enum Kind {
        WRITE_OFF(ProblemCode.WRITE_OFF_NOT_FOUND),
        REFUND(ProblemCode.REFUND_NOT_FOUND),
        RECOVERY(
                ProblemCode.RECOVERY_NOT_FOUND);

        private final ProblemCode notFound;

        Kind(ProblemCode notFound) {
            this.notFound = notFound;
        }
    }

    /** A document, by its kind and bare id. */
    public record Document(StreamType type, String id) {}

    public void add(Kind kind, Object partId, LegalEntityId entity, StreamType type, Object documentId) {
        jdbc.sql("""
                insert into command.document_part (kind, part_id, legal_entity, document_type, document_id)
                values (?, ?, ?, ?, ?)""")
                .params(kind.name(), partId.toString(), entity.value(), type.name(), documentId.toString())
                .update();
    }

    /** @throws Refusal not found, also when the part belongs to a legal entity that the actor may not see */
    public Document require(Kind kind, Object partId) {
        return find(kind, partId).orElseThrow(() -> new Refusal(kind.notFound,
                "no " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + partId));
    }

    public Optional<Document> find(Kind kind, Object partId) {
        return jdbc.sql("""
                select legal_entity, document_type, document_id
                from command.document_part where kind = ? and part_id = ?""")
                .params(kind.name(), partId.toString())
                .query((row, _) -> new Row(new LegalEntityId(row.getString(1)),
                        new Document(StreamType.valueOf(row.getString(2)), row.getString(3))))
                .optional()
                .filter(row -> CommandContext.current().actor().maySee(row.entity()))
                .map(Row::document);
    }

    private record Row(LegalEntityId entity, Document document) {}
}
