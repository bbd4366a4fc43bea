package io.receivables.query.invoicedetail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.InvoiceResource.ChargeLine;
import io.receivables.query.ledger.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The late charges that stand on invoices: claimed by then, and not reversed. */
@Component
class ChargesOfInvoices {

    private final JdbcClient jdbc;

    ChargesOfInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the id of the invoice, in the order of their claims. */
    Map<String, List<ChargeLine>> of(Collection<String> invoices, AsOf asOf) {
        return jdbc.sql("""
                select c.invoice_id, c.charge_id, c.kind, m.currency,
                       sum(m.amount) filter (where m.kind = 'CHARGED')::bigint as claimed, sum(m.amount)::bigint as due
                  from ledger.late_charge c
                  join ledger.movement m on m.document_type = 'CHARGE' and m.document_id = c.charge_id
                       and m.effective_date <= :asAt and m.position <= :known
                 where c.invoice_id = any(:ids)
                 group by c.invoice_id, c.charge_id, c.kind, c.position, m.currency
                having sum(m.amount) filter (where m.kind = 'CHARGED') <> 0
                 order by c.position""")
                .param("ids", invoices.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> Map.entry(row.getString("invoice_id"), line(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static ChargeLine line(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new ChargeLine(new ChargeId(row.getString("charge_id")), ChargeKind.valueOf(row.getString("kind")),
                Money.ofMinorUnits(row.getLong("claimed"), currency), Money.ofMinorUnits(row.getLong("due"), currency));
    }
}
