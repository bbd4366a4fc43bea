package io.receivables.query.ledger;

import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.policy.CreditPolicyEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact with everything that the books keep of it.
 *
 * @param stored when the node that recorded it believed it to be
 * @param data the fact as JSON, as it is stored
 */
record RecordedFact(long position, Instant stored, long sequence, String type, String revision, String data,
        Provenance provenance, ReceivablesEvent event) {

    /** Who did it and why, by which command. */
    record Provenance(@Nullable String who, @Nullable String why, @Nullable String commandId,
            @Nullable String correlationId) {}

    StreamKey stream() {
        return StreamKey.of(event);
    }

    List<Row> rows() {
        return LedgerRows.of(event);
    }

    String legalEntity() {
        return switch (event) {
            case AccountEntry entry -> entry.legalEntity().value();
            case LegalEntityEvent entity -> entity.legalEntity().value();
            case CreditPolicyEvent policy -> policy.legalEntity().value();
            default -> throw new IllegalArgumentException("no legal entity is known for " + event.getClass());
        };
    }

    @Nullable
    String accountId() {
        var account = event instanceof AccountEntry entry ? entry.accountId() : null;
        return account == null ? null : account.value();
    }
}
