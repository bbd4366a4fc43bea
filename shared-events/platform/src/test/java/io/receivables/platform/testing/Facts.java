package io.receivables.platform.testing;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Plausible facts, where a test cares only about some of their values. */
public final class Facts {

    private static final LegalEntityId ENTITY = new LegalEntityId("FR01");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Facts() {}

    /** The smallest of facts: numbered by its terms of payment. */
    public static TermsChanged terms(int netDays) {
        return new TermsChanged(new AccountId("C1-FR01-EUR"), ENTITY, PaymentTerms.net(netDays), DAY);
    }

    /** An invoice in EUR with 20 % tax, due in one instalment after 30 days. */
    public static InvoiceIssued invoice(String id, String total) {
        var gross = Money.of(total, "EUR");
        var net = new Money(gross.amount().divide(new BigDecimal("1.2"), 2, RoundingMode.HALF_UP), gross.currency());
        return new InvoiceIssued(new InvoiceId(id), new AccountId("C1-FR01-EUR"), ENTITY, "F-" + id,
                ReceivableClass.TRADE, DAY, null, gross,
                List.of(new InvoiceLine("Consulting", net, Percentage.of("20.00"), gross.minus(net))),
                List.of(new Instalment(1, DAY.plusDays(30), gross)), null);
    }
}
