package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Instalments were assigned to a factor. Without recourse, and where risks and rewards pass, they leave our books at once;
 * else they stay, shown apart. Counts in the books.
 *
 * @param recourse whether the factor may return what the debtor does not pay
 * @param derecognised whether the instalments have left our books (IFRS 9, 3.2.6)
 * @param items with the amount that was open of each
 * @param advancePercent what the factor pays at once
 * @param guaranteeFundPercent what it keeps until the debtor has paid
 * @param commission what it charges; information for the journals
 */
@Revision("1")
public record ReceivablesFactored(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean recourse, boolean derecognised, List<ClaimItem> items,
        @Nullable Percentage advancePercent, @Nullable Percentage guaranteeFundPercent, @Nullable Money commission,
        LocalDate effectiveDate) implements FactoringEvent {}
