package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The payment did not stay, or its allocation was taken back: the cash is not owed to the factor any more.
 *
 * @param claimable what of it the factor claims from the debtor again: not what it has returned meanwhile
 */
@Revision("1")
public record FactorDebtReversed(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, FactorDebtId debtId, PaymentId paymentId, List<ClaimItem> items,
        List<ClaimItem> claimable, String reason, LocalDate effectiveDate) implements FactoringEvent {}
