package io.receivables.events.creditwriteoff;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A credit is kept as income: unapplied cash or credit falls by the amount. Counts in the books.
 *
 * @param approvedBy the last one who agreed; null when the amount is within the limit, and then nobody had asked before
 * @param approvers everybody who agreed, where more than one had to; else null
 * @param policyVersion the version that set the limit; null where no policy was valid
 * @param lapsesOn the first day on which the customer can no longer claim it; null where the policy names no period
 */
@Revision("1")
public record CreditWrittenOff(CreditWriteOffId creditWriteOffId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, Money amount, String reason, String requestedBy, @Nullable String approvedBy,
        @Nullable List<String> approvers, Money limit, @Nullable Integer policyVersion, @Nullable LocalDate lapsesOn,
        LocalDate effectiveDate) implements CreditWriteOffEvent {}
