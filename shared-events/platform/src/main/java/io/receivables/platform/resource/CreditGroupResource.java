package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditgroup.CreditGroupLimitRejected;
import io.receivables.events.creditgroup.CreditGroupLimitRequested;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that share a credit limit.
 *
 * @param limits in the order in which they were set; of those whose dates hold a day the last one is in force
 * @param pending those that wait for a second person, in the order in which they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupResource(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        List<Limit> limits, List<Pending> pending, long version,
        @Nullable Long position) implements Versioned {

    /**
     * A limit that was set.
     *
     * @param amount null: without limit
     * @param validTo the last day; null: until another one is set
     * @param setBy who asked for it
     * @param approvedBy the second person; null where one could set it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(@Nullable Money amount, LocalDate validFrom, @Nullable LocalDate validTo, String setBy,
            @Nullable String approvedBy) {

        private static Limit of(CreditGroupLimitSet it) {
            return new Limit(it.limit().amount(), it.limit().validFrom(), it.limit().validTo(), it.setBy(),
                    it.approvedBy());
        }
    }

    /** A limit that somebody has asked for and nobody decided on yet. */
    public record Pending(CreditLimitId creditLimitId, CreditLimit limit, String reason, String requestedBy,
            LocalDate effectiveDate) {}

    /** @param facts of the group, at least the first, in the order in which they were recorded */
    public static CreditGroupResource of(List<CreditGroupEvent> facts, long version, @Nullable Long position) {
        var limits = new ArrayList<Limit>();
        var pending = new LinkedHashMap<CreditLimitId, Pending>();
        for (var fact : facts) {
            switch (fact) {
                case CreditGroupLimitRequested it -> pending.put(it.creditLimitId(), new Pending(it.creditLimitId(),
                        it.limit(), it.reason(), it.requestedBy(), it.effectiveDate()));
                case CreditGroupLimitRejected it -> pending.remove(it.creditLimitId());
                case CreditGroupLimitSet it -> {
                    limits.add(Limit.of(it));
                    if (it.creditLimitId() != null) {
                        pending.remove(it.creditLimitId());
                    }
                }
            }
        }
        var first = facts.getFirst();
        return new CreditGroupResource(first.creditGroupId(), first.legalEntity(), currencyOf(first),
                List.copyOf(limits), List.copyOf(pending.values()), version, position);
    }

    /** The limits as decisions read them. */
    public List<CreditLimit> terms() {
        return limits.stream().map(it -> new CreditLimit(it.amount(), it.validFrom(), it.validTo())).toList();
    }

    private static Currency currencyOf(CreditGroupEvent first) {
        return switch (first) {
            case CreditGroupLimitRequested it -> it.currency();
            case CreditGroupLimitSet it -> it.currency();
            case CreditGroupLimitRejected it -> throw new IllegalArgumentException("no group begins with " + it);
        };
    }

    @Override
    public CreditGroupResource at(long at) {
        return new CreditGroupResource(creditGroupId, legalEntity, currency, limits, pending, version, at);
    }
}
