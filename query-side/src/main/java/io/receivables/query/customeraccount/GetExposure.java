package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.HoldReason;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.resource.ExposureResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.SnapshotRead;
import java.util.ArrayList;
import java.util.List;
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
        var groupId = credit.standing().creditGroup();
        var group = groupId == null ? null : accounts.group(groupId, asOf);
        boolean groupExceeded = group != null && group.headroom().isNegative() && credit.mode() != Mode.NONE;
        return new ExposureResource(id, asOf.asAt(), credit.exposure(), credit.limit(), credit.headroom(),
                credit.onHold() || groupExceeded && credit.mode() == Mode.BLOCK, reasons(credit, groupExceeded), holds,
                credit.oldestDaysPastDue(), credit.policyVersion(),
                group, asOf.position());
    }

    private static List<HoldReason> reasons(Credit credit, boolean groupExceeded) {
        var reasons = new ArrayList<>(credit.reasons());
        if (groupExceeded) {
            reasons.add(HoldReason.OVER_GROUP_LIMIT);
        }
        return List.copyOf(reasons);
    }
}
