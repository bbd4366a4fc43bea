package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The customer was formally put on notice to pay (mise en demeure): what comes next may be an agency or a court. */
@Revision("1")
public record FinalNoticeServed(AccountId accountId, LegalEntityId legalEntity, FinalNoticeId finalNoticeId,
        List<ClaimItem> items, List<Evidence> evidence, LocalDate effectiveDate) implements CollectionEvent {}
