package io.receivables.query.collectionqueue;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.AllowanceSegment;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.collectionqueue.LossRates.Bands;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CreditPolicyVersions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which loss rates rank worklists: those that the credit policy gives for the allowance of trade receivables, else
 * illustrative ones. Rates of the books' own history are not used: the order of calls must not wait for them.
 */
@Component
class LossRatesInForce {

    private static final List<Integer> USUAL_EDGES = List.of(30, 60, 90);
    private static final int SCALE = 6;

    private final CreditPolicyVersions policies;

    LossRatesInForce(CreditPolicyVersions policies) {
        this.policies = policies;
    }

    LossRates of(Collection<LegalEntityId> entities, AsOf asOf) {
        var own = new LinkedHashMap<String, Bands>();
        for (var entity : entities) {
            policies.inForce(entity, asOf)
                    .flatMap(policy -> bands(policy.rules()))
                    .ifPresent(bands -> own.put(entity.value(), bands));
        }
        return new LossRates(own);
    }

    private static Optional<Bands> bands(@Nullable PolicyRules rules) {
        var allowance = AllowanceRules.orDefault(rules);
        if (rules == null || allowance.segmentsOrNone().isEmpty()) {
            return Optional.empty();
        }
        var edges = allowance.edges() != null
                ? allowance.edges()
                : rules.edges() != null ? rules.edges() : USUAL_EDGES;
        var firstDays = new ArrayList<>(List.of(1));
        edges.forEach(edge -> firstDays.add(edge + 1));
        var percents = new EnumMap<RiskClass, List<BigDecimal>>(RiskClass.class);
        for (var risk : RiskClass.values()) {
            percents.put(risk, allowance.segmentsOrNone()
                    .stream()
                    .filter(segment -> segment.isFor(ReceivableClass.TRADE, risk)
                            && segment.rates().size() == firstDays.size() + 1)
                    .findFirst()
                    .map(segment -> percents(segment, allowance))
                    .orElseGet(() -> illustrative(firstDays)));
        }
        return Optional.of(new Bands(List.copyOf(firstDays), percents));
    }

    /** Without that of what is not due, with what is added for the time ahead. */
    private static List<BigDecimal> percents(AllowanceSegment segment, AllowanceRules allowance) {
        var ahead = BigDecimal.ONE.add(allowance.forwardLookingPercentOrDefault().value().movePointLeft(2));
        return segment.rates()
                .stream()
                .skip(1)
                .map(rate -> rate.value().multiply(ahead).setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros())
                .toList();
    }

    /** The illustrative rate of the first day of each band. */
    private static List<BigDecimal> illustrative(List<Integer> firstDays) {
        var usual = LossRates.ILLUSTRATIVE;
        var rates = usual.percents().values().iterator().next();
        return firstDays.stream().map(day -> {
            int band = 0;
            while (band + 1 < usual.firstDays().size() && usual.firstDays().get(band + 1) <= day) {
                band++;
            }
            return rates.get(band);
        }).toList();
    }
}
