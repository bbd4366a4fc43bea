package io.receivables.query.approval;

import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRejected;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.platform.resource.CreditOverrideResource;
import io.receivables.platform.resource.CreditOverrideResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A permission to exceed a limit, folded from the facts of its account. */
final class CreditOverrideHistory {

    private CreditOverrideHistory() {}

    static Optional<CreditOverrideResource> resource(CreditOverrideId id, List<PastFact> account, long position) {
        CreditOverrideResource override = null;
        for (var fact : account) {
            override = after(fact, id, override, account.size(), position);
        }
        return Optional.ofNullable(override);
    }

    private static @Nullable CreditOverrideResource after(PastFact fact, CreditOverrideId id,
            @Nullable CreditOverrideResource before, long version, long position) {
        return switch (fact.event()) {
            case CreditOverrideRequested it when it.creditOverrideId().equals(id) -> new CreditOverrideResource(id,
                    it.accountId(), Status.PENDING, it.amount(), it.validUntil(), it.reason(), it.requestedBy(), null,
                    null, it.effectiveDate(), version, position);
            case CreditOverrideApproved it when before != null && it.creditOverrideId().equals(id) ->
                decided(before, Status.APPROVED, it.approvedBy(), null);
            case CreditOverrideRejected it when before != null && it.creditOverrideId().equals(id) ->
                decided(before, Status.REJECTED, null, it.rejectedBy());
            default -> before;
        };
    }

    private static CreditOverrideResource decided(CreditOverrideResource asked, Status status,
            @Nullable String approvedBy, @Nullable String rejectedBy) {
        return new CreditOverrideResource(asked.creditOverrideId(), asked.accountId(), status, asked.amount(),
                asked.validUntil(), asked.reason(), asked.requestedBy(), approvedBy, rejectedBy, asked.effectiveDate(),
                asked.version(), asked.position());
    }
}
