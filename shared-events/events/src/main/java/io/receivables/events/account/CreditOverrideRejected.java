package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The second person declined an override. */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditOverrideRejected(AccountId accountId, LegalEntityId legalEntity, CreditOverrideId creditOverrideId,
        String rejectedBy, @Nullable String reason,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
