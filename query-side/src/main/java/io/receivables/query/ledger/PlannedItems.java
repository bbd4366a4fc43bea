package io.receivables.query.ledger;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PlanItem;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.agreement.PlanDates;
import io.receivables.platform.agreement.PlanDates.Piece;
import io.receivables.platform.agreement.PlanStanding;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By which dates of payment plans the open parts of instalments are due. A plan counts from its acceptance until it ends; the
 * dates of the contract stay what they are. Few accounts have one.
 */
public class PlannedItems {

    private final JdbcClient jdbc;
    private final History history;

    PlannedItems(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** A part of an open instalment, its date by contract and its date by the plan. */
    public record Planned(String accountId, String customerId, String planId, Piece piece) {}

    /** @param receivableClass null for all */
    public List<Planned> ofEntity(String entity, Currency currency, @Nullable String receivableClass, AsOf asOf) {
        return of(jdbc.sql("""
                select distinct s.account_id, a.customer_id
                  from ledger.agreement_step s join ledger.account a using (account_id)
                 where s.kind = 'PAYMENT_PLAN' and s.legal_entity = :entity and a.currency = :currency
                   and s.position <= :known""")
                .param("entity", entity)
                .param("currency", currency.getCurrencyCode())
                .param("known", asOf.position()), receivableClass, asOf);
    }

    /** @param receivableClass null for all */
    public List<Planned> ofAccount(String account, @Nullable String receivableClass, AsOf asOf) {
        return of(jdbc.sql("""
                select distinct s.account_id, a.customer_id
                  from ledger.agreement_step s join ledger.account a using (account_id)
                 where s.kind = 'PAYMENT_PLAN' and s.account_id = :account and s.position <= :known""")
                .param("account", account)
                .param("known", asOf.position()), receivableClass, asOf);
    }

    private List<Planned> of(JdbcClient.StatementSpec accounts, @Nullable String receivableClass, AsOf asOf) {
        var customers = new HashMap<String, String>();
        accounts.query(row -> {
            customers.put(row.getString(1), row.getString(2));
        });
        var planned = new ArrayList<Planned>();
        history.of("CustomerAccount", customers.keySet(), asOf)
                .forEach((account, facts) -> plans(facts, asOf).forEach(plan -> pieces(plan, receivableClass, asOf)
                        .forEach(piece -> planned.add(new Planned(account, customers.getOrDefault(account, account),
                                plan.proposed().planId().value(), piece)))));
        return List.copyOf(planned);
    }

    /** What is paid fills the rates whatever is asked for: the class is looked at last. */
    private List<Piece> pieces(PlanStanding plan, @Nullable String receivableClass, AsOf asOf) {
        var open = open(plan, asOf);
        return PlanDates.of(plan, item -> open.getOrDefault(Instalment.of(item), Open.NOTHING).amount())
                .stream()
                .filter(piece -> receivableClass == null || receivableClass
                        .equals(open.getOrDefault(Instalment.of(piece.item()), Open.NOTHING).receivableClass()))
                .toList();
    }

    private static List<PlanStanding> plans(List<PastFact> facts, AsOf asOf) {
        var standing = AgreementStanding.NONE;
        for (var fact : facts) {
            if (fact.event() instanceof CustomerAccountEvent event) {
                standing = standing.after(event);
            }
        }
        return standing.plans().stream().filter(plan -> plan.statusAt(asOf.asAt()).binds()).toList();
    }

    private record Instalment(String invoiceId, int no) {

        static Instalment of(PlanItem item) {
            return new Instalment(item.invoiceId().value(), item.instalment());
        }
    }

    /** @param amount in minor units */
    private record Open(long amount, @Nullable String receivableClass) {

        static final Open NOTHING = new Open(0, null);
    }

    /** In the class that an invoice is of at the cut: in those that it was of before, nothing is open. */
    private Map<Instalment, Open> open(PlanStanding plan, AsOf asOf) {
        var open = new HashMap<Instalment, Open>();
        jdbc.sql("""
                select document_id, instalment, sum(amount)::bigint, receivable_class
                  from ledger.movement
                 where document_type = 'INVOICE' and document_id = any(:invoices)
                   and effective_date <= :asAt and position <= :known
                 group by document_id, instalment, receivable_class
                having sum(amount) <> 0""")
                .param("invoices", invoices(plan))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    open.put(new Instalment(row.getString(1), row.getInt(2)),
                            new Open(row.getLong(3), row.getString(4)));
                });
        return open;
    }

    private static String[] invoices(PlanStanding plan) {
        return plan.proposed().items().stream().map(it -> it.invoiceId().value()).distinct().toArray(String[]::new);
    }
}
