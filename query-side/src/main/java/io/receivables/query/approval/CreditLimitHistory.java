package io.receivables.query.approval;

import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditLimitRejected;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditLimitResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A credit limit folded from the facts of its account. */
final class CreditLimitHistory {

    private CreditLimitHistory() {}

    static Optional<CreditLimitResource> resource(CreditLimitId id, List<PastFact> account, long position) {
        CreditLimitResource limit = null;
        for (var fact : account) {
            limit = after(fact, id, limit, account.size(), position);
        }
        return Optional.ofNullable(limit);
    }

    private static @Nullable CreditLimitResource after(PastFact fact, CreditLimitId id,
            @Nullable CreditLimitResource before, long version, long position) {
        return switch (fact.event()) {
            case CreditLimitRequested it when it.creditLimitId().equals(id) -> new CreditLimitResource(id,
                    it.accountId(), Status.PENDING, it.limit().amount(), it.limit().validFrom(), it.limit().validTo(),
                    it.reason(), it.requestedBy(), null, null, it.effectiveDate(), version, position);
            case CreditLimitSet it when it.creditLimitId().equals(id) -> new CreditLimitResource(id, it.accountId(),
                    Status.APPROVED, it.limit().amount(), it.limit().validFrom(), it.limit().validTo(), it.reason(),
                    it.requestedBy(), it.approvedBy(), null, it.effectiveDate(), version, position);
            case CreditLimitRejected it when before != null && it.creditLimitId().equals(id) ->
                new CreditLimitResource(id, it.accountId(), Status.REJECTED, before.limit(), before.validFrom(),
                        before.validTo(), before.reason(), before.requestedBy(), null, it.rejectedBy(),
                        before.effectiveDate(), version, position);
            default -> before;
        };
    }
}
