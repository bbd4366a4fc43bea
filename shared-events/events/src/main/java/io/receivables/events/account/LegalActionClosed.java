package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An action in court has ended. */
@Revision("1")
public record LegalActionClosed(AccountId accountId, LegalEntityId legalEntity, LegalActionId legalActionId,
        LegalActionOutcome outcome, @Nullable String reason, LocalDate effectiveDate) implements CollectionEvent {}
