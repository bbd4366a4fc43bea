package io.receivables.command.document;

import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of documents are unique within a legal entity and kind, and stay used for ever. */
@Component
public class DocumentNumbers {

    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims a number; a concurrent claim of the same number waits for this transaction. */
    public void claim(LegalEntityId entity, StreamType kind, String number, String documentId, ProblemCode taken) {
        int added = jdbc.sql("""
                insert into command.document_number (legal_entity, kind, number, document_id)
                values (?, ?, ?, ?) on conflict do nothing""")
                .params(entity.value(), kind.name(), number, documentId)
                .update();
        if (added == 0) {
            throw refusal(entity, kind, number, documentId, taken);
        }
    }

    private Refusal refusal(LegalEntityId entity, StreamType kind, String number, String documentId,
            ProblemCode taken) {
        var owner = jdbc.sql("""
                select document_id from command.document_number where legal_entity = ? and kind = ? and number = ?""")
                .params(entity.value(), kind.name(), number)
                .query(String.class)
                .single();
        return owner.equals(documentId)
                ? StreamType.alreadyExists(kind.streamId(documentId))
                : new Refusal(taken, "number " + number + " of " + entity + " is that of " + owner);
    }
}
