package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** From now on lateness is charged by the rules of another class of debtor. */
@Revision("1")
public record DebtorClassChanged(AccountId accountId, LegalEntityId legalEntity, DebtorClass debtorClass,
        String reason, LocalDate effectiveDate) implements CustomerAccountEvent {}
