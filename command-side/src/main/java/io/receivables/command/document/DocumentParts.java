package io.receivables.command.document;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which document a write-off, a refund, a credit write-off or a recovery belongs to, for commands that name just the part. */
@Component
@Order(6)
public class DocumentParts implements GroupTable<DocumentParts.Part, DocumentParts.Owner> {

    private final JdbcClient jdbc;
    private final Sql sql;

    DocumentParts(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** What has an id of its own, and how it is refused when it is unknown. */
    public enum Kind {
        WRITE_OFF(ProblemCode.WRITE_OFF_NOT_FOUND),
        REFUND(ProblemCode.REFUND_NOT_FOUND),
        CREDIT_WRITE_OFF(ProblemCode.CREDIT_WRITE_OFF_NOT_FOUND),
        RECOVERY(ProblemCode.RECOVERY_NOT_FOUND),
        CREDIT_LIMIT(ProblemCode.CREDIT_LIMIT_NOT_FOUND),
        CREDIT_OVERRIDE(ProblemCode.CREDIT_OVERRIDE_NOT_FOUND),
        PROMISE(ProblemCode.PROMISE_NOT_FOUND),
        PAYMENT_PLAN(
                ProblemCode.PAYMENT_PLAN_NOT_FOUND);

        private final ProblemCode notFound;

        Kind(ProblemCode notFound) {
            this.notFound = notFound;
        }
    }

    /** A document, by its kind and bare id. */
    public record Document(StreamType type, String id) {}

    /** A part, by its own id. */
    public record Part(Kind kind, String id) {}

    /** The document of a part, and whose data it is. */
    public record Owner(LegalEntityId entity, Document document) {}

    public void add(Kind kind, Object partId, LegalEntityId entity, StreamType type, Object documentId) {
        CommitGroup.current()
                .put(this, new Part(kind, partId.toString()),
                        new Owner(entity, new Document(type, documentId.toString())));
    }

    /** @throws Refusal not found, also when the part belongs to a legal entity that the actor may not see */
    public Document require(Kind kind, Object partId) {
        return find(kind, partId).orElseThrow(() -> new Refusal(kind.notFound,
                "no " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + partId));
    }

    /** Whether a part of any legal entity has this id. */
    public boolean isTaken(Kind kind, Object partId) {
        return owner(kind, partId).isPresent();
    }

    public Optional<Document> find(Kind kind, Object partId) {
        return owner(kind, partId)
                .filter(owner -> CommandContext.current().actor().maySee(owner.entity()))
                .map(Owner::document);
    }

    private Optional<Owner> owner(Kind kind, Object partId) {
        var part = new Part(kind, partId.toString());
        var group = CommitGroup.current();
        var added = group.find(this, part);
        return Optional.ofNullable(added != null ? added : group.read(this, part, this::read));
    }

    private @Nullable Owner read(Part part) {
        return jdbc.sql("""
                select legal_entity, document_type, document_id
                from command.document_part where kind = ? and part_id = ?""")
                .params(part.kind().name(), part.id())
                .query((row, _) -> new Owner(new LegalEntityId(row.getString(1)),
                        new Document(StreamType.valueOf(row.getString(2)), row.getString(3))))
                .optional()
                .orElse(null);
    }

    @Override
    public void insert(Map<Part, Owner> rows) {
        sql.update("""
                insert into command.document_part (kind, part_id, legal_entity, document_type, document_id)
                select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)""",
                Column.of("text", rows.keySet(), part -> part.kind().name()),
                Column.of("text", rows.keySet(), Part::id),
                Column.of("text", rows.values(), owner -> owner.entity().value()),
                Column.of("text", rows.values(), owner -> owner.document().type().name()),
                Column.of("text", rows.values(), owner -> owner.document().id()));
    }
}
