package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The procedure has ended. */
@Revision("1")
public record InsolvencyLifted(AccountId accountId, LegalEntityId legalEntity, InsolvencyId insolvencyId, String reason,
        LocalDate effectiveDate) implements CollectionEvent {}
