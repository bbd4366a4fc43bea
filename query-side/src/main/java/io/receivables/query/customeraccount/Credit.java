package io.receivables.query.customeraccount;

import io.receivables.events.account.Exposure;
import io.receivables.events.account.HoldReason;
import io.receivables.events.money.Money;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.credit.CreditStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's credit at a date.
 *
 * @param onHold whether an invoice would be refused for one of the reasons; a policy may only warn of some
 * @param oldestDaysPastDue zero when nothing is past due
 * @param dunningLevel the highest at which something that is open was reminded of; zero when nothing was
 */
record Credit(CreditStanding standing, Exposure exposure, @Nullable Money limit, boolean onHold,
        List<HoldReason> reasons, long oldestDaysPastDue, int dunningLevel,
        @Nullable Integer policyVersion, Mode mode) {

    /** Below zero where the limit is exceeded; null without limit. */
    @Nullable
    Money headroom() {
        return limit == null ? null : limit.minus(exposure.total());
    }
}
