package io.receivables.query.ledger;

import static java.util.stream.Collectors.toMap;

import io.receivables.events.account.DebtorClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.LimitationTerm;
import io.receivables.events.policy.PolicyRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last day on which open instalments can be claimed in court: so many years, by the policy and the class of the debtor,
 * from the due date or from what started the limitation anew.
 */
public class Limitations {

    private static final String LAST_DAY = """
            greatest((%1$s.due_date + make_interval(years => t.years))::date, (
                select max(i.effective_date + make_interval(years => case when i.kind = 'JUDGMENT'
                           then t.judgment_years else t.years end))::date
                  from ledger.limitation_interruption i
                 where i.document_id = %1$s.document_id and i.instalment = %1$s.instalment and i.step = 1
                   and i.effective_date <= :asAt and i.position <= :known
                   and not exists (
                       select from ledger.limitation_interruption v
                        where v.document_id = i.document_id and v.instalment = i.instalment and v.step = -1
                          and v.interruption_id = i.interruption_id
                          and v.effective_date <= :asAt and v.position <= :known)))""";

    private static final String DEBTOR_CLASS = """
            coalesce((
                select e.data ->> 'debtorClass' from ledger.event_log e
                 where e.account_id = %1$s.account_id and e.type = 'DebtorClassChanged'
                   and e.effective_date <= :asAt and e.position <= :known
                 order by e.effective_date desc, e.position desc limit 1), 'BUSINESS')""";

    /** %1$s: what is open; %2$s: the years of each class of debtors; %3$s: which of them are asked for. */
    private static final String LAST_DAYS = """
            with term (debtor_class, years, judgment_years, source) as (%2$s), dated as (
                select o.*, t.source, %4$s as last_day
                  from (%1$s) o
                  join term t on t.debtor_class = %5$s)
            select * from dated where %3$s
             order by last_day, document_id, instalment limit :limit""";

    private static final String OPEN_NOW = """
            select m.account_id, m.document_id, m.instalment, m.due_date, m.currency, m.amount as open
              from ledger.open_item m where m.document_type = 'INVOICE' and %s""";

    private static final String OPEN_THEN = """
            select m.account_id, m.document_id, m.instalment, m.due_date, m.currency, sum(m.amount)::bigint as open
              from ledger.movement m
             where m.document_type = 'INVOICE' and m.effective_date <= :asAt and m.position <= :known and %s
             group by m.account_id, m.document_id, m.instalment, m.due_date, m.currency
            having sum(m.amount) > 0""";

    private final JdbcClient jdbc;
    private final CreditPolicyVersions policies;
    private final Progress progress;

    Limitations(JdbcClient jdbc, CreditPolicyVersions policies, Progress progress) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.progress = progress;
    }

    /**
     * An open instalment that lapses.
     *
     * @param source the article that says how long
     */
    public record Lapse(String accountId, String invoiceId, int instalment, LocalDate dueDate, Money amountDue,
            LocalDate limitationDate, String source) {}

    /** Which instalments are asked for, beside the cut. */
    public record Wanted(String open, String dated, Map<String, ?> parameters, int limit) {}

    /**
     * The last day of a claim, an instalment of an invoice, by a term of so many {@code years} and {@code judgment_years} by the
     * name of {@code t}; at the parameters {@code asAt} and {@code known}.
     */
    public static String lastDay(String claim) {
        return LAST_DAY.formatted(claim);
    }

    /** The class of the debtor of a claim, or of anything else that has an account. */
    public static String debtorClass(String claim) {
        return DEBTOR_CLASS.formatted(claim);
    }

    /** The rules of a legal entity at the cut. */
    public CollectionRules rules(LegalEntityId entity, AsOf asOf) {
        return CollectionRules.orDefault(policies.inForce(entity, asOf)
                .map(CreditPolicySet::rules)
                .map(PolicyRules::collections)
                .orElse(null));
    }

    /** The first day on which something that is open of each invoice lapses; without those of which nothing does. */
    public Map<String, LocalDate> ofInvoices(LegalEntityId entity, Collection<String> ids, AsOf asOf) {
        return ids.isEmpty()
                ? Map.of()
                : find(entity, asOf,
                        new Wanted("m.document_id = any(:ids)", "true", Map.of("ids", ids.toArray(String[]::new)),
                                Integer.MAX_VALUE))
                        .stream()
                        .collect(toMap(Lapse::invoiceId, Lapse::limitationDate, (one, other) -> one));
    }

    /** The last day of each instalment that is open of some invoices, by its {@link #key}. */
    public Map<String, LocalDate> ofInstalments(LegalEntityId entity, Collection<String> ids, AsOf asOf) {
        return ids.isEmpty()
                ? Map.of()
                : find(entity, asOf,
                        new Wanted("m.document_id = any(:ids)", "true", Map.of("ids", ids.toArray(String[]::new)),
                                Integer.MAX_VALUE))
                        .stream()
                        .collect(toMap(it -> key(it.invoiceId(), it.instalment()), Lapse::limitationDate));
    }

    public static String key(String invoiceId, int instalment) {
        return invoiceId + "/" + instalment;
    }

    public List<Lapse> find(LegalEntityId entity, AsOf asOf, Wanted wanted) {
        var rules = rules(entity, asOf);
        var terms = Stream.of(DebtorClass.values())
                .flatMap(it -> rules.limitationOf(it).map(term -> values(it, term)).stream())
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        var open = (progress.nothingMovedAfter(asOf) ? OPEN_NOW : OPEN_THEN).formatted(wanted.open());
        var sources = new HashMap<String, String>();
        for (var it : DebtorClass.values()) {
            sources.put(it.name(), rules.limitationOf(it).map(LimitationTerm::source).orElse(""));
        }
        return jdbc.sql(LAST_DAYS.formatted(open, "values " + String.join(", ", terms), wanted.dated(),
                lastDay("o"), debtorClass("o")))
                .params(wanted.parameters())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("limit", wanted.limit())
                .query((row, _) -> lapse(row, sources))
                .list();
    }

    /** Numbers and names of ours alone: nothing of it comes from a request. */
    private static String values(DebtorClass debtorClass, LimitationTerm term) {
        return "('%s', %d, %d, '%s')".formatted(debtorClass, term.years(), term.yearsFromJudgment(), debtorClass);
    }

    private static Lapse lapse(ResultSet row, Map<String, String> sources) throws SQLException {
        return new Lapse(row.getString("account_id"), row.getString("document_id"), row.getInt("instalment"),
                row.getObject("due_date", LocalDate.class),
                Money.ofMinorUnits(row.getLong("open"), Currency.getInstance(row.getString("currency"))),
                row.getObject("last_day", LocalDate.class), sources.getOrDefault(row.getString("source"), ""));
    }
}
