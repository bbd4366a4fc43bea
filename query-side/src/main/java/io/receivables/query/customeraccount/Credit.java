package io.receivables.query.customeraccount;

import io.receivables.events.account.Exposure;
import io.receivables.events.account.HoldReason;
import io.receivables.events.money.Money;
import io.receivables.platform.credit.CreditStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's credit at a date.
 *
 * @param onHold whether an invoice would be refused for one of the reasons; a policy may only warn of some
 * @param oldestDaysPastDue zero when nothing is past due
 */
record Credit(CreditStanding standing, Exposure exposure, @Nullable Money limit, boolean onHold,
        List<HoldReason> reasons, long oldestDaysPastDue, @Nullable Integer policyVersion) {

    /** Below zero where the limit is exceeded; null without limit. */
    @Nullable
    Money headroom() {
        return limit == null ? null : limit.minus(exposure.total());
    }
}
