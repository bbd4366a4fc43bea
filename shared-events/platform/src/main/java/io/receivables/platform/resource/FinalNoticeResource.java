package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.FinalNoticeId;
import io.receivables.events.account.FinalNoticeServed;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.Evidence;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal demand for payment.
 *
 * @param amount of its items
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FinalNoticeResource(FinalNoticeId finalNoticeId, AccountId accountId, Money amount,
        List<ClaimItem> items, List<Evidence> evidence, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    public static FinalNoticeResource of(FinalNoticeServed served) {
        return new FinalNoticeResource(served.finalNoticeId(), served.accountId(), ClaimItem.total(served.items()),
                served.items(), served.evidence(), served.effectiveDate(), 0, null);
    }

    public FinalNoticeResource versioned(long version) {
        return new FinalNoticeResource(finalNoticeId, accountId, amount, items, evidence, effectiveDate, version,
                position);
    }

    @Override
    public FinalNoticeResource at(long at) {
        return new FinalNoticeResource(finalNoticeId, accountId, amount, items, evidence, effectiveDate, version, at);
    }
}
