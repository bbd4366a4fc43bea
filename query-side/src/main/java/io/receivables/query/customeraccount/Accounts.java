package io.receivables.query.customeraccount;

import static java.util.stream.Collectors.toMap;

import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.account.GroupCredit;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RiskClass;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.resource.AccountResource;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.CustomerNames;
import io.receivables.query.ledger.DisputedAmounts;
import io.receivables.query.ledger.DoubtfulAmounts;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.MarkedAmount;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.RiskClasses;
import io.receivables.query.ledger.StreamKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customer accounts from the facts about them and the sums of their movements. */
@Component
class Accounts {

    private final JdbcClient jdbc;
    private final History history;
    private final CustomerNames names;
    private final DoubtfulAmounts doubtfuls;
    private final DisputedAmounts disputes;
    private final Credits credits;
    private final RiskClasses risks;

    Accounts(JdbcClient jdbc, History history, CustomerNames names, DoubtfulAmounts doubtfuls,
            DisputedAmounts disputes, Credits credits,
            RiskClasses risks) {
        this.jdbc = jdbc;
        this.history = history;
        this.names = names;
        this.doubtfuls = doubtfuls;
        this.disputes = disputes;
        this.credits = credits;
        this.risks = risks;
    }

    /** The accounts in the order of their ids as given, with figures of that class; exposure is of all classes. */
    List<AccountResource> of(List<String> ids, ClassFilter of, AsOf asOf) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var facts = history.of("CustomerAccount", ids, asOf);
        var sums = sums(ids, of, asOf);
        var all = of.isAll() ? sums : sums(ids, ClassFilter.ALL, asOf);
        var credit = credits.of(facts, figures(facts, all), asOf, false);
        var named = names.of(ids);
        var doubtful = byAccount(doubtfuls.ofAccounts(ids, of.name(), asOf));
        var disputed = byAccount(disputes.ofAccounts(ids, of.name(), asOf));
        var risk = risks.of(ids, asOf);
        return ids.stream()
                .map(id -> account(Objects.requireNonNull(facts.get(id), "the account existed then"),
                        sums.getOrDefault(id, Sums.ZERO), doubtful.getOrDefault(id, 0L),
                        disputed.getOrDefault(id, 0L),
                        Objects.requireNonNull(credit.get(id)),
                        risk.getOrDefault(id, RiskClass.NOT_ENOUGH_HISTORY), named, asOf))
                .toList();
    }

    /** The credit of one account. */
    Credit credit(String id, AsOf asOf) {
        var ids = List.of(id);
        var facts = history.of("CustomerAccount", ids, asOf);
        return Objects.requireNonNull(
                credits.of(facts, figures(facts, sums(ids, ClassFilter.ALL, asOf)), asOf, true).get(id));
    }

    /** What the accounts of a group owe together; null when there is no limit that holds at the date. */
    @Nullable
    GroupCredit group(CreditGroupId id, AsOf asOf) {
        var facts = history.of(StreamKey.of(id), asOf)
                .stream()
                .map(PastFact::event)
                .filter(CreditGroupLimitSet.class::isInstance)
                .map(fact -> ((CreditGroupLimitSet) fact).limit())
                .toList();
        var limit = CreditStanding.limitAt(facts, asOf.asAt());
        if (limit == null) {
            return null;
        }
        var members = members(id, asOf);
        var ofMembers = history.of("CustomerAccount", members, asOf);
        var credit = credits.of(ofMembers, figures(ofMembers, sums(members, ClassFilter.ALL, asOf)), asOf, false);
        return GroupCredit.of(id, members.size(), credit.values()
                .stream()
                .map(it -> it.exposure().total())
                .reduce(Money.zero(limit.currency()), Money::plus), limit);
    }

    /** Those whose last change of group is into this one. */
    private List<String> members(CreditGroupId id, AsOf asOf) {
        return jdbc.sql("""
                select e.account_id
                  from (select distinct on (account_id) position
                          from ledger.fact
                         where type in ('CreditGroupJoined', 'CreditGroupLeft') and effective_date <= :asAt
                           and position <= :known
                         order by account_id, position desc) last
                  join ledger.event_log e using (position)
                 where e.type = 'CreditGroupJoined' and e.data ->> 'creditGroupId' = :group""")
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("group", id.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Map<String, Credits.Sums> figures(Map<String, List<PastFact>> facts, Map<String, Sums> sums) {
        var figures = new HashMap<String, Credits.Sums>();
        facts.forEach((id, ofAccount) -> {
            var currency = ((CustomerAccountOpened) ofAccount.getFirst().event()).currency();
            var sum = sums.getOrDefault(id, Sums.ZERO);
            figures.put(id, new Credits.Sums(Money.ofMinorUnits(sum.due(), currency),
                    Money.ofMinorUnits(sum.unapplied(), currency)));
        });
        return figures;
    }

    private static Map<String, Long> byAccount(List<MarkedAmount> marked) {
        return marked.stream().collect(toMap(MarkedAmount::accountId, MarkedAmount::amount));
    }

    private static AccountResource account(List<PastFact> facts, Sums sums, long doubtful, long disputed, Credit credit,
            RiskClass risk, Map<String, String> named, AsOf asOf) {
        var opened = (CustomerAccountOpened) facts.getFirst().event();
        var currency = opened.currency();
        var due = Money.ofMinorUnits(sums.due(), currency);
        var unapplied = Money.ofMinorUnits(sums.unapplied(), currency);
        return new AccountResource(opened.accountId(), opened.customerId(),
                named.getOrDefault(opened.accountId().value(), opened.customerId().value()), opened.legalEntity(),
                currency, opened.receivableClass(), terms(opened, facts), opened.effectiveDate(),
                due.minus(unapplied), due, Money.ofMinorUnits(sums.overdue(), currency), unapplied,
                Money.ofMinorUnits(disputed, currency),
                Money.ofMinorUnits(doubtful, currency),
                credit.exposure().total(), credit.limit(), credit.onHold(), credit.dunningLevel(), risk,
                debtorClass(facts), credit.standing().creditGroup(), closedDate(facts), facts.size(), asOf.position());
    }

    /** Those with the latest date; of one date, those recorded last. */
    private static PaymentTerms terms(CustomerAccountOpened opened, List<PastFact> facts) {
        return facts.stream()
                .filter(fact -> fact.event() instanceof TermsChanged)
                .max(Comparator.comparing(PastFact::effectiveDate).thenComparing(PastFact::position))
                .map(fact -> ((TermsChanged) fact.event()).terms())
                .orElse(opened.terms());
    }

    /** Since when it is closed; null while it is open. */
    private static @Nullable LocalDate closedDate(List<PastFact> facts) {
        LocalDate closed = null;
        for (var fact : facts) {
            closed = switch (fact.event()) {
                case AccountClosed it -> it.effectiveDate();
                case AccountReopened _ -> null;
                default -> closed;
            };
        }
        return closed;
    }

    /** The one with the latest date; of one date, the one recorded last. */
    private static DebtorClass debtorClass(List<PastFact> facts) {
        return facts.stream()
                .filter(fact -> fact.event() instanceof DebtorClassChanged)
                .max(Comparator.comparing(PastFact::effectiveDate).thenComparing(PastFact::position))
                .map(fact -> ((DebtorClassChanged) fact.event()).debtorClass())
                .orElse(DebtorClass.BUSINESS);
    }

    /** Claims have a due date, cash and credit has none: that much the index of an account's movements knows. */
    private Map<String, Sums> sums(List<String> ids, ClassFilter of, AsOf asOf) {
        var sums = new HashMap<String, Sums>();
        if (ids.isEmpty()) {
            return sums;
        }
        jdbc.sql("""
                select account_id,
                       coalesce(sum(amount) filter (where due_date is not null), 0),
                       coalesce(sum(amount) filter (where due_date < :asAt), 0),
                       -coalesce(sum(amount) filter (where due_date is null), 0)
                  from ledger.movement m
                 where account_id = any(:ids) and effective_date <= :asAt and position <= :known%s
                 group by account_id""".formatted(of.and("m")))
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    sums.put(row.getString(1), new Sums(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
        return sums;
    }

    private record Sums(long due, long overdue, long unapplied) {

        static final Sums ZERO = new Sums(0, 0, 0);
    }
}
