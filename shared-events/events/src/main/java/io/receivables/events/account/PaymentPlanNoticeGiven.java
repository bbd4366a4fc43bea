package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer is told in form that the whole balance falls due unless what is missing is paid.
 *
 * @param deadline the last day to pay it
 * @param reference of the letter; null where none was given
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentPlanNoticeGiven(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId,
        LocalDate deadline, @Nullable String reference,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
