package io.receivables.events.creditgroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The second person declined a limit of a group. */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupLimitRejected(CreditGroupId creditGroupId, LegalEntityId legalEntity,
        CreditLimitId creditLimitId, String rejectedBy, @Nullable String reason,
        LocalDate effectiveDate) implements CreditGroupEvent {}
