package io.receivables.events.invoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.PaymentTerms;
import org.jspecify.annotations.Nullable;

/**
 * The terms that an invoice was issued under.
 *
 * @param agreed what they came to, templates resolved
 * @param datesGiven whether the request itself named the due dates; else they are those of the terms
 * @param policyVersion the version that templates, holidays and the legal maximum were taken from; null where none was valid
 * @param legalMaximum null where the policy sets none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppliedTerms(PaymentTerms agreed, boolean datesGiven, @Nullable Integer policyVersion,
        @Nullable LegalMaximumCheck legalMaximum) {}
