package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditHoldResource;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditOverrideResource;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A customer account: its terms and its credit. What is owed on it is in the streams of its documents. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class CustomerAccount implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private CustomerAccountOpened opened;
    private CreditStanding credit;
    private CreditLimits limits;
    private CreditHolds holds;
    private CreditOverrides overrides;

    CustomerAccount() {}

    public static CustomerAccount open(CustomerAccountOpened opened) {
        apply(opened);
        return new CustomerAccount();
    }

    public void changeTerms(PaymentTerms terms, LocalDate effectiveDate) {
        requireOpenAt(effectiveDate);
        apply(new TermsChanged(opened.accountId(), opened.legalEntity(), terms, effectiveDate));
    }

    /** At once when the limit of approval covers it, or when it allows no more than before; else it waits. */
    public void setCreditLimit(CreditLimitClaim claim, @Nullable ApprovalLimit approval, LocalDate today) {
        limits.claim(claim, credit.lowestLimit(claim.limit(), today), approval);
    }

    public void approveCreditLimit(CreditLimitId id, String approver, LocalDate today) {
        limits.approve(id, approver, today);
    }

    public void rejectCreditLimit(CreditLimitId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        limits.reject(id, rejectedBy, reason, today);
    }

    public void hold(CreditHoldId id, String reason, String placedBy, LocalDate effectiveDate) {
        holds.place(id, reason, placedBy, effectiveDate);
    }

    public void releaseHold(CreditHoldId id, String reason, LocalDate effectiveDate) {
        holds.release(id, reason, effectiveDate);
    }

    public void reportExposure(ReportedExposure exposure, LocalDate effectiveDate) {
        requireOpenAt(effectiveDate);
        apply(new ExposureReported(opened.accountId(), opened.legalEntity(), exposure, effectiveDate));
    }

    public void requestOverride(CreditOverrideClaim claim, ApprovalLimit limit, LocalDate today) {
        overrides.claim(claim, limit, today);
    }

    public void approveOverride(CreditOverrideId id, String approver, LocalDate today) {
        overrides.approve(id, approver, today);
    }

    public void rejectOverride(CreditOverrideId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        overrides.reject(id, rejectedBy, reason, today);
    }

    private void requireOpenAt(LocalDate date) {
        if (date.isBefore(opened.effectiveDate())) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED, date + " is before account " + opened.accountId()
                    + " was opened, " + opened.effectiveDate());
        }
    }

    @EventSourcingHandler
    void evolve(CustomerAccountEvent event) {
        if (event instanceof CustomerAccountOpened first) {
            opened = first;
            streamId = StreamType.ACCOUNT.streamId(first.accountId());
            credit = CreditStanding.NONE;
            limits = new CreditLimits(first);
            holds = new CreditHolds(first);
            overrides = new CreditOverrides(first);
        }
        // Which terms hold at a date is answered by the reference row, so that issuing never loads the account.
        credit = credit.after(event);
        limits.evolve(event);
        holds.evolve(event);
        overrides.evolve(event);
    }

    public CreditStanding credit() {
        return credit;
    }

    public CustomerAccountOpened opened() {
        return opened;
    }

    public CreditLimitResource creditLimitResource(CreditLimitId id, long version) {
        return limits.resource(id, version);
    }

    public CreditHoldResource holdResource(CreditHoldId id, long version) {
        return holds.resource(id, version);
    }

    public CreditOverrideResource overrideResource(CreditOverrideId id, long version) {
        return overrides.resource(id, version);
    }

    public Currency currency() {
        return opened.currency();
    }

    @Override
    public LegalEntityId legalEntity() {
        return opened.legalEntity();
    }
}
