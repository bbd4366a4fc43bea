package io.receivables.query.customeraccount;

import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.DisputeStanding;
import io.receivables.platform.agreement.DisputedShares;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.PlannedItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts to the open items of an account what of them is disputed, and when they are due under a payment plan. */
@Component
class AgreedItems {

    private final JdbcClient jdbc;
    private final History history;
    private final PlannedItems plans;

    AgreedItems(JdbcClient jdbc, History history, PlannedItems plans) {
        this.jdbc = jdbc;
        this.history = history;
        this.plans = plans;
    }

    private record Instalment(String invoiceId, int no) {}

    List<OpenItem> with(String account, List<OpenItem> items, AsOf asOf) {
        if (items.isEmpty()) {
            return items;
        }
        var planned = planned(account, asOf);
        var disputed = disputed(account, asOf);
        return planned.isEmpty() && disputed.isEmpty()
                ? items
                : items.stream().map(item -> {
                    var key = key(item);
                    return key == null
                            ? item
                            : item.with(share(disputed.get(key), item), planned.get(key), asOf.asAt());
                }).toList();
    }

    private static @Nullable Instalment key(OpenItem item) {
        return item.chargeId() != null || item.invoiceId() == null || item.instalment() == null
                ? null
                : new Instalment(item.invoiceId(), item.instalment());
    }

    /** In hindsight less may be open than was decided. */
    private static @Nullable Money share(@Nullable Long minorUnits, OpenItem item) {
        return minorUnits == null
                ? null
                : Money.ofMinorUnits(Math.min(minorUnits, item.amountDue().minorUnits()), item.amountDue().currency());
    }

    private Map<Instalment, LocalDate> planned(String account, AsOf asOf) {
        var dates = new HashMap<Instalment, LocalDate>();
        plans.ofAccount(account, null, asOf).forEach(it -> {
            var item = it.piece().item();
            dates.merge(new Instalment(item.invoiceId().value(), item.instalment()), it.piece().planDueDate(),
                    (one, other) -> one.isBefore(other) ? one : other);
        });
        return dates;
    }

    private Map<Instalment, Long> disputed(String account, AsOf asOf) {
        var invoices = jdbc.sql("""
                select distinct document_id from ledger.agreement_step
                 where kind = 'DISPUTE' and account_id = ? and position <= ?""")
                .params(account, asOf.position())
                .query((row, _) -> row.getString(1))
                .list();
        if (invoices.isEmpty()) {
            return Map.of();
        }
        var claims = new HashMap<InvoiceId, List<DisputedShares.Claim>>();
        history.of("Invoice", invoices, asOf)
                .forEach((id, facts) -> claims.put(new InvoiceId(id),
                        DisputeStanding.of(facts.stream().map(PastFact::event))
                                .values()
                                .stream()
                                .filter(it -> it.isOpenAt(asOf.asAt()))
                                .sorted(Comparator.comparing(it -> it.raised().effectiveDate()))
                                .map(it -> new DisputedShares.Claim(it.raised().instalment(),
                                        it.raised().amount().minorUnits()))
                                .toList()));
        var open = open(invoices, asOf);
        var disputed = new HashMap<Instalment, Long>();
        claims.forEach((invoice, ofInvoice) -> DisputedShares.of(open.getOrDefault(invoice, List.of()), ofInvoice)
                .forEach((no, amount) -> disputed.put(new Instalment(invoice.value(), no), amount)));
        return disputed;
    }

    private Map<InvoiceId, List<DisputedShares.Open>> open(List<String> invoices, AsOf asOf) {
        var open = new HashMap<InvoiceId, List<DisputedShares.Open>>();
        jdbc.sql("""
                select document_id, instalment, due_date, sum(amount)::bigint
                  from ledger.movement
                 where document_type = 'INVOICE' and document_id = any(:invoices)
                   and effective_date <= :asAt and position <= :known
                 group by document_id, instalment, due_date""")
                .param("invoices", invoices.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    open.computeIfAbsent(new InvoiceId(row.getString(1)), _ -> new ArrayList<>())
                            .add(new DisputedShares.Open(row.getInt(2), row.getObject(3, LocalDate.class),
                                    row.getLong(4)));
                });
        return open;
    }
}
