package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The second person declined a credit limit. */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditLimitRejected(AccountId accountId, LegalEntityId legalEntity, CreditLimitId creditLimitId,
        String rejectedBy, @Nullable String reason,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
