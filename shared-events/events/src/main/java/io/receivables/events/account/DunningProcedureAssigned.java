package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The account is reminded by a procedure of its own.
 *
 * @param procedure as the credit policy names it; null: the default one again
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningProcedureAssigned(AccountId accountId, LegalEntityId legalEntity, @Nullable String procedure,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
