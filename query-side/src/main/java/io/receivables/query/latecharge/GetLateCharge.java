package io.receivables.query.latecharge;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.LateChargeResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what a late charge was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetLateCharge {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final History history;

    GetLateCharge(JdbcClient jdbc, Documents documents, History history) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.history = history;
    }

    public LateChargeResource handle(ChargeId id, AsOfRequest request) {
        var asOf = documents.require(DocumentType.CHARGE, id.value(), request);
        var facts = history.of(StreamKey.of(id), asOf);
        var claimed = (LateChargeClaimed) facts.getFirst().event();
        return LateChargeResource.of(claimed, due(claimed, asOf), reversedDate(facts), facts.size(), asOf.position());
    }

    private static @Nullable LocalDate reversedDate(List<PastFact> facts) {
        return facts.stream()
                .filter(fact -> fact.event() instanceof LateChargeReversed)
                .map(PastFact::effectiveDate)
                .findFirst()
                .orElse(null);
    }

    /** Told by the movements: the twin facts of allocations in the charge's own history do not count. */
    private Money due(LateChargeClaimed claimed, AsOf asOf) {
        return Money.ofMinorUnits(jdbc.sql("""
                select coalesce(sum(amount), 0)::bigint from ledger.movement
                 where document_type = 'CHARGE' and document_id = :id
                   and effective_date <= :asAt and position <= :known""")
                .param("id", claimed.chargeId().value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(Long.class)
                .single(), claimed.amount().currency());
    }
}
