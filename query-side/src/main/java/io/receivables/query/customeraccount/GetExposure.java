package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.ExposureResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.SnapshotRead;
import org.springframework.stereotype.Service;

/** Answers what counted against an account's credit limit at a date, as known on a day, and why it was on hold. */
@Service
@SnapshotRead
public class GetExposure {

    private final AccountAccess access;
    private final Accounts accounts;

    GetExposure(AccountAccess access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    public ExposureResource handle(AccountId id, AsOfRequest request) {
        var asOf = access.require(id.value(), request);
        var credit = accounts.credit(id.value(), asOf);
        var holds = credit.standing()
                .holds()
                .stream()
                .map(hold -> new ExposureResource.ManualHold(hold.holdId().value(), hold.reason(), hold.since()))
                .toList();
        return new ExposureResource(id, asOf.asAt(), credit.exposure(), credit.limit(), credit.headroom(),
                credit.onHold(), credit.reasons(), holds, credit.oldestDaysPastDue(), credit.policyVersion(),
                null, asOf.position());
    }
}
