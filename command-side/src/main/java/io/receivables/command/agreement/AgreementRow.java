package io.receivables.command.agreement;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.agreement.AgreementStanding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The promises and plans of an account.
 *
 * @param lookAt the next day on which something may have become of them; null: none
 * @param judged how many facts about the account's money the last judgement had seen; -1 before the first
 */
record AgreementRow(LegalEntityId entity, AgreementStanding standing, @Nullable LocalDate lookAt, long judged) {

    static final long NEVER_JUDGED = -1;
}
