package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.GroupCredit;
import io.receivables.events.account.HoldReason;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts against an account's credit limit at a date.
 *
 * @param limit null: without limit
 * @param headroom limit less exposure; below zero where it is exceeded
 * @param manualHolds those that a person has put on it
 * @param policyVersion the version whose rules were applied; null where none is valid
 * @param group that the account is in; null when it is in none, or in one without limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExposureResource(AccountId accountId, LocalDate asAt, Exposure exposure, @Nullable Money limit,
        @Nullable Money headroom, boolean onHold, List<HoldReason> holdReasons, List<ManualHold> manualHolds,
        long oldestDaysPastDue, @Nullable Integer policyVersion, @Nullable GroupCredit group,
        long position) {

    public record ManualHold(String holdId, String reason, LocalDate since) {}
}
