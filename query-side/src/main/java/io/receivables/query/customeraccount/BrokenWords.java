package io.receivables.query.customeraccount;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a customer did not keep the word given last, and what it was about was still open at a date. */
@Component
class BrokenWords {

    private final JdbcClient jdbc;

    BrokenWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param facts of the account that count at the date */
    boolean isBroken(String account, List<PastFact> facts, AsOf asOf) {
        var standing = AgreementStanding.NONE;
        for (var fact : facts) {
            standing = standing.after((CustomerAccountEvent) fact.event());
        }
        return standing.brokenWordAt(asOf.asAt())
                .filter(broken -> isOpen(account, broken.made().invoices(), asOf))
                .isPresent();
    }

    /** @param invoices empty: whatever was due */
    private boolean isOpen(String account, List<InvoiceId> invoices, AsOf asOf) {
        return jdbc.sql("""
                select exists (
                  select from ledger.movement
                   where account_id = :account and effective_date <= :asAt and position <= :known
                     and case when :whole then due_date <= :asAt
                              else document_type = 'INVOICE' and document_id = any(:invoices) end
                   group by document_type, document_id, instalment
                  having sum(amount) > 0)""")
                .param("account", account)
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("whole", invoices.isEmpty())
                .param("invoices", invoices.stream().map(InvoiceId::value).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
