package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receivables that were assigned to a factor.
 *
 * @param assigned what was open of the items when they were assigned
 * @param outstanding what neither the debtor has paid, to the factor or to us for it, nor the factor has returned
 * @param advance the percentage that the factor pays at once, of what was assigned
 * @param guaranteeFund what the factor keeps until the debtor has paid: its percentage of what is outstanding
 * @param owedToFactor cash that came to us and is the factor's, less what was paid over; below zero the factor owes it back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactoringResource(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean recourse, boolean derecognised, Money assigned, Money outstanding,
        @Nullable Percentage advancePercent, @Nullable Money advance, @Nullable Percentage guaranteeFundPercent,
        @Nullable Money guaranteeFund, @Nullable Money commission, Money owedToFactor, Money paidOver,
        List<Item> items, List<Debt> debts, List<Settlement> settlements, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** @param boughtBack what the factor has returned */
    public record Item(InvoiceId invoiceId, int instalment, Money amount, Money outstanding, Money boughtBack) {}

    /** Cash that came to us and is the factor's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Debt(FactorDebtId debtId, PaymentId paymentId, Money amount, LocalDate effectiveDate,
            @Nullable LocalDate reversedDate) {}

    /** What the debtor has paid to the factor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settlement(FactorSettlementId settlementId, Money amount, @Nullable String reference,
            LocalDate effectiveDate, @Nullable LocalDate reversedDate) {}

    @Override
    public FactoringResource at(long at) {
        return new FactoringResource(factoringId, accountId, legalEntity, factor, recourse, derecognised, assigned,
                outstanding, advancePercent, advance, guaranteeFundPercent, guaranteeFund, commission, owedToFactor,
                paidOver, items, debts, settlements, effectiveDate, version, at);
    }
}
