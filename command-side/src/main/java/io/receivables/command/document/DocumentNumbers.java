package io.receivables.command.document;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.ReadAhead;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Query;
import io.receivables.command.lane.Sql.Update;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of documents are unique within a legal entity and kind, and stay used for ever. */
@Component
@Order(5)
public class DocumentNumbers implements GroupTable<DocumentNumbers.Number, DocumentNumbers.Claim>, ReadAhead {

    private final Sql sql;
    private final JdbcClient jdbc;

    DocumentNumbers(Sql sql, JdbcClient jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** What may be used once. */
    public record Number(LegalEntityId entity, StreamType kind, String number) {}

    /**
     * A document that uses its number.
     *
     * @param taken how the claim is refused when another document has the number
     */
    public record Claim(String documentId, ProblemCode taken) {}

    /**
     * Claims a number. One that another node claims meanwhile is refused when the group is written.
     *
     * @throws Refusal already exists, or {@code taken} when another document has the number
     */
    public void claim(LegalEntityId entity, StreamType kind, String number, String documentId, ProblemCode taken) {
        var group = CommitGroup.current();
        var wanted = new Number(entity, kind, number);
        var claim = new Claim(documentId, taken);
        var added = group.find(this, wanted);
        var owner = added != null ? added.documentId() : stored(group, wanted);
        if (owner != null) {
            throw refusal(wanted, claim, owner);
        }
        group.put(this, wanted, claim);
    }

    /** A dry run writes nothing that could be in the way later, so it must look. */
    private @Nullable String stored(CommitGroup group, Number wanted) {
        return group.isDryRun()
                ? ownerOf(wanted).orElse(null)
                : group.<Number, String>allRead(this).get(wanted);
    }

    private Optional<String> ownerOf(Number wanted) {
        return jdbc.sql("""
                select document_id from command.document_number where legal_entity = ? and kind = ? and number = ?""")
                .params(wanted.entity().value(), wanted.kind().name(), wanted.number())
                .query(String.class)
                .optional();
    }

    /** The numbers that are taken already. */
    @Override
    public List<Query> questions(List<Command> commands) {
        var claims = commands.stream()
                .filter(NumberedDocument.class::isInstance)
                .map(NumberedDocument.class::cast)
                .toList();
        if (claims.isEmpty() || CommitGroup.current().isDryRun()) {
            return List.of();
        }
        var taken = CommitGroup.current().<Number, String>allRead(this);
        return List.of(Query.of("""
                select n.legal_entity, n.kind, n.number, n.document_id
                  from (select unnest(?), unnest(?), unnest(?)) as wanted (account_id, kind, number)
                 cross join lateral (select legal_entity from command.customer_account
                                      where account_id = wanted.account_id limit 1) a
                 cross join lateral (select * from command.document_number
                                      where legal_entity = a.legal_entity and kind = wanted.kind
                                        and number = wanted.number limit 1) n""",
                (row, _) -> taken.put(new Number(new LegalEntityId(row.getString(1)),
                        StreamType.valueOf(row.getString(2)), row.getString(3)), row.getString(4)),
                Column.of("text", claims, claim -> claim.accountId().value()),
                Column.of("text", claims, claim -> claim.kind().name()),
                Column.of("text", claims, NumberedDocument::number)));
    }

    @Override
    public void insert(Map<Number, Claim> rows) {
        CommitGroup.current()
                .writeWithEvents(Update.of("""
                        insert into command.document_number (legal_entity, kind, number, document_id)
                        select unnest(?), unnest(?), unnest(?), unnest(?) on conflict do nothing""",
                        Column.of("text", rows.keySet(), row -> row.entity().value()),
                        Column.of("text", rows.keySet(), row -> row.kind().name()),
                        Column.of("text", rows.keySet(), Number::number),
                        Column.of("text", rows.values(), Claim::documentId)).then(added -> {
                            if (added < rows.size()) {
                                rows.forEach(this::refuseTaken);
                            }
                        }));
    }

    private void refuseTaken(Number wanted, Claim claim) {
        var owner = ownerOf(wanted).orElseThrow();
        // One that names the same document is of this transaction, or its stream will be in the way.
        if (!owner.equals(claim.documentId())) {
            throw refusal(wanted, claim, owner);
        }
    }

    private static Refusal refusal(Number wanted, Claim claim, String owner) {
        return owner.equals(claim.documentId())
                ? StreamType.alreadyExists(wanted.kind().streamId(owner))
                : new Refusal(claim.taken(),
                        "number " + wanted.number() + " of " + wanted.entity() + " is that of " + owner);
    }
}
