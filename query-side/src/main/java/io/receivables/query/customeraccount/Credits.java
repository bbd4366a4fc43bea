package io.receivables.query.customeraccount;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.ExposurePart;
import io.receivables.events.account.HoldReason;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DunningLevels;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Exposure, limit and holds of accounts at a date, as known on a day: from the account's own facts, the sums of its
 * movements, and the credit policy that is valid at the date.
 */
@Component
class Credits {

    private final JdbcClient jdbc;
    private final History history;
    private final DunningLevels levels;
    private final BrokenWords words;

    Credits(JdbcClient jdbc, History history, DunningLevels levels, BrokenWords words) {
        this.jdbc = jdbc;
        this.history = history;
        this.levels = levels;
        this.words = words;
    }

    /** What is owed and what is unapplied. */
    record Sums(Money due, Money unapplied) {}

    private record Policy(CreditRules rules, @Nullable Integer version) {}

    /**
     * Credit of accounts, whose facts and sums the caller has read.
     *
     * @param withAge whether the age of the oldest open item is wanted where no rule asks for it
     */
    Map<String, Credit> of(Map<String, List<PastFact>> facts, Map<String, Sums> sums, AsOf asOf, boolean withAge) {
        var credits = new HashMap<String, Credit>();
        var byEntity = new HashMap<LegalEntityId, List<String>>();
        facts.forEach((id, ofAccount) -> byEntity
                .computeIfAbsent(((CustomerAccountOpened) ofAccount.getFirst().event()).legalEntity(),
                        _ -> new ArrayList<>())
                .add(id));
        byEntity.forEach((entity, ids) -> {
            var policy = policy(entity, asOf);
            var unfinal = unfinal(ids, policy.rules(), asOf);
            var oldest = withAge || policy.rules().holdOverdueDays() != null
                    ? oldestDue(ids, asOf)
                    : Map.<String, LocalDate>of();
            var level = levels.of(ids, asOf);
            for (var id : ids) {
                var figures = sums.get(id);
                if (figures != null) {
                    var ofAccount = facts.getOrDefault(id, List.of());
                    boolean broken = policy.rules().holdsAtBrokenPromise() && words.isBroken(id, ofAccount, asOf);
                    credits.put(id, credit(standing(ofAccount), figures, policy, unfinal.getOrDefault(id, 0L),
                            oldest.get(id), level.getOrDefault(id, 0), broken, asOf.asAt()));
                }
            }
        });
        return credits;
    }

    private static Credit credit(CreditStanding standing, Sums sums, Policy policy, long unfinal,
            @Nullable LocalDate oldestDue, int level, boolean broken, LocalDate asAt) {
        var rules = policy.rules();
        var zero = Money.zero(sums.due().currency());
        var exposure = Exposure.of(sums.due(), sums.unapplied(),
                rules.counts(ExposurePart.NOT_FINAL) ? Money.ofMinorUnits(unfinal, zero.currency()) : zero,
                reported(ExposurePart.DELIVERED_NOT_INVOICED, standing, rules, zero),
                reported(ExposurePart.OPEN_ORDERS, standing, rules, zero),
                reported(ExposurePart.DRAFTS, standing, rules, zero),
                reported(ExposurePart.SECURED, standing, rules, zero));
        var limit = standing.limitAt(asAt);
        long days = oldestDue == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldestDue, asAt));
        var reasons = new ArrayList<HoldReason>();
        if (!standing.holds().isEmpty()) {
            reasons.add(HoldReason.MANUAL);
        }
        if (rules.modeInForce() != Mode.NONE) {
            if (limit != null && exposure.total().isGreaterThan(limit)) {
                reasons.add(HoldReason.OVER_LIMIT);
            }
            if (rules.holdOverdueDays() != null && days > rules.holdOverdueDays()) {
                reasons.add(HoldReason.OVERDUE);
            }
            if (rules.holdDunningLevel() != null && level >= rules.holdDunningLevel()) {
                reasons.add(HoldReason.DUNNING_LEVEL);
            }
            if (broken) {
                reasons.add(HoldReason.BROKEN_PROMISE);
            }
        }
        boolean onHold = !standing.holds().isEmpty() || rules.modeInForce() == Mode.BLOCK && !reasons.isEmpty();
        return new Credit(standing, exposure, limit, onHold, List.copyOf(reasons), days, level, policy.version(),
                rules.modeInForce());
    }

    private static Money reported(ExposurePart part, CreditStanding standing, CreditRules rules, Money zero) {
        return rules.counts(part) ? standing.reported(part, zero) : zero;
    }

    private static CreditStanding standing(List<PastFact> facts) {
        var standing = CreditStanding.NONE;
        for (var fact : facts) {
            standing = standing.after((CustomerAccountEvent) fact.event());
        }
        return standing;
    }

    private Policy policy(LegalEntityId entity, AsOf asOf) {
        return history.of(StreamKey.ofPolicy(entity), asOf)
                .stream()
                .map(fact -> (CreditPolicySet) fact.event())
                .max(Comparator.comparing(CreditPolicySet::validFrom).thenComparing(CreditPolicySet::version))
                .map(set -> new Policy(CreditRules.orDefault(set.rules() == null ? null : set.rules().credit()),
                        set.version()))
                .orElseGet(() -> new Policy(CreditRules.DEFAULT, null));
    }

    private Map<String, LocalDate> oldestDue(List<String> ids, AsOf asOf) {
        var oldest = new HashMap<String, LocalDate>();
        jdbc.sql("""
                select account_id, min(due_date)
                  from (select account_id, due_date
                          from ledger.movement
                         where account_id = any(:ids) and due_date < :asAt and effective_date <= :asAt
                           and position <= :known
                         group by account_id, due_date, document_type, document_id, instalment
                        having sum(amount) <> 0) open
                 group by account_id""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    oldest.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        return oldest;
    }

    /**
     * Debits and cheques that could still have come back at the date, by what was known. What was transferred may come back
     * from the account that has it.
     */
    private Map<String, Long> unfinal(List<String> ids, CreditRules rules, AsOf asOf) {
        var sums = new HashMap<String, Long>();
        int debitDays = rules.finalDays(PaymentMethod.DIRECT_DEBIT);
        int chequeDays = rules.finalDays(PaymentMethod.CHEQUE);
        if (!rules.counts(ExposurePart.NOT_FINAL) || debitDays == 0 && chequeDays == 0) {
            return sums;
        }
        jdbc.sql("""
                with returnable as (
                    select r.account_id, e.stream_id, e.data, e.effective_date, e.position
                      from ledger.returnable_payment r join ledger.event_log e using (position)
                     where r.account_id = any(:ids) and r.counted_from > :from
                     union all
                    select i.account_id, e.stream_id, e.data, e.effective_date, e.position
                      from ledger.identification i
                      join ledger.returnable_payment r on r.payment_id = i.document_id and r.account_id is null
                      join ledger.event_log e on e.position = r.position
                     where i.account_id = any(:ids) and i.effective_date <= :asAt and i.position <= :known
                )
                select p.account_id,
                       sum(case when p.data ->> 'transferredFrom' is null then d.total else 0 end
                           - coalesce(given.amount, 0))::bigint
                  from returnable p
                  join ledger.document d on d.document_type = 'PAYMENT' and d.document_id = p.stream_id
                  left join lateral (select sum(m.amount) as amount from ledger.movement m
                                      where m.document_type = 'PAYMENT' and m.document_id = d.document_id
                                        and m.kind = 'TRANSFERRED' and m.effective_date <= :asAt
                                        and m.position <= :known) given on true
                 where d.effective_date <= :asAt and d.position <= :known
                   and coalesce((p.data ->> 'valueDate')::date, d.document_date) > :asAt - case p.data ->> 'method'
                           when 'DIRECT_DEBIT' then :debitDays when 'CHEQUE' then :chequeDays end
                   and not exists (select from ledger.fact r
                                    where r.stream_type = 'Payment' and r.stream_id = d.document_id
                                      and r.type = 'PaymentReversed' and r.effective_date <= :asAt
                                      and r.position <= :known)
                 group by p.account_id""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("from", asOf.asAt().minusDays(Math.max(debitDays, chequeDays)))
                .param("debitDays", debitDays)
                .param("chequeDays", chequeDays)
                .query(row -> {
                    sums.put(row.getString(1), row.getLong(2));
                });
        return sums;
    }
}
