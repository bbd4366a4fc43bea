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
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what a late charge was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetLateCharge {

    private static final String CHARGES = "LateCharge";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final History history;

    GetLateCharge(JdbcClient jdbc, Documents documents, History history) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.history = history;
    }

    public LateChargeResource handle(ChargeId id, AsOfRequest request) {
        return handle(List.of(id), documents.require(DocumentType.CHARGE, id.value(), request)).getFirst();
    }

    /** Several charges of one invoice, which the one who asks may see. */
    public List<LateChargeResource> handle(List<ChargeId> ids, AsOf asOf) {
        var facts = history.of(CHARGES, ids.stream().map(ChargeId::value).toList(), asOf);
        var due = due(facts.keySet(), asOf);
        return ids.stream().filter(id -> facts.containsKey(id.value())).map(id -> {
            var ofCharge = facts.getOrDefault(id.value(), List.of());
            var claimed = (LateChargeClaimed) ofCharge.getFirst().event();
            return LateChargeResource.of(claimed, Money.ofMinorUnits(due.getOrDefault(id.value(), 0L),
                    claimed.amount().currency()), reversedDate(ofCharge), ofCharge.size(), asOf.position());
        }).toList();
    }

    private static @Nullable LocalDate reversedDate(List<PastFact> facts) {
        return facts.stream()
                .filter(fact -> fact.event() instanceof LateChargeReversed)
                .map(PastFact::effectiveDate)
                .findFirst()
                .orElse(null);
    }

    /** Told by the movements: the twin facts of allocations in the charge's own history do not count. */
    private Map<String, Long> due(Collection<String> ids, AsOf asOf) {
        var due = new HashMap<String, Long>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select document_id, sum(amount)::bigint from ledger.movement
                     where document_type = 'CHARGE' and document_id = any(:ids)
                       and effective_date <= :asAt and position <= :known
                     group by document_id""")
                    .param("ids", ids.toArray(String[]::new))
                    .param("asAt", asOf.asAt())
                    .param("known", asOf.position())
                    .query(row -> {
                        due.put(row.getString(1), row.getLong(2));
                    });
        }
        return due;
    }
}
