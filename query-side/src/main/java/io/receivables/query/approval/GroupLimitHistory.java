package io.receivables.query.approval;

import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupLimitRejected;
import io.receivables.events.creditgroup.CreditGroupLimitRequested;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limit of a credit group that somebody asked for, folded from the facts of the group. */
record GroupLimitHistory(CreditGroupLimitRequested asked, @Nullable String approvedBy, @Nullable String rejectedBy) {

    static Optional<GroupLimitHistory> of(CreditLimitId id, List<PastFact> group) {
        GroupLimitHistory limit = null;
        for (var fact : group) {
            limit = after(fact, id, limit);
        }
        return Optional.ofNullable(limit);
    }

    private static @Nullable GroupLimitHistory after(PastFact fact, CreditLimitId id,
            @Nullable GroupLimitHistory before) {
        return switch (fact.event()) {
            case CreditGroupLimitRequested it when it.creditLimitId().equals(id) ->
                new GroupLimitHistory(it, null, null);
            case CreditGroupLimitSet it when before != null && id.equals(it.creditLimitId()) ->
                new GroupLimitHistory(before.asked(), it.approvedBy(), null);
            case CreditGroupLimitRejected it when before != null && it.creditLimitId().equals(id) ->
                new GroupLimitHistory(before.asked(), null, it.rejectedBy());
            default -> before;
        };
    }
}
