package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A promise counts no more from this date on.
 *
 * @param replacedBy the promise that takes its place; null when none does
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseWithdrawn(AccountId accountId, LegalEntityId legalEntity, PromiseId promiseId, String reason,
        @Nullable PromiseId replacedBy,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
