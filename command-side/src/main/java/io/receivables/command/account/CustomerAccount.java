package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.dunning.DunningBlocks;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.ContactChanged;
import io.receivables.events.account.ContactErased;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.CreditGroupLeft;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.account.DunningProcedureAssigned;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.account.TermsChanged;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.agreement.AgreementStanding;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.AccountClosureResource;
import io.receivables.platform.resource.CreditGroupMembershipResource;
import io.receivables.platform.resource.CreditHoldResource;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditOverrideResource;
import io.receivables.platform.resource.DebtorClassResource;
import io.receivables.platform.resource.DunningBlockResource;
import io.receivables.platform.resource.PaymentPlanResource;
import io.receivables.platform.resource.PromiseResource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A customer account: its terms, its credit, its promises and payment plans. What is owed on it is in the streams of its documents. */
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
    private DunningBlocks dunningBlocks;
    private AgreementStanding agreements;
    private Escalations escalations;
    private Closure closure;
    private DebtorClass debtorClass;

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
        closure.requireOpen();
        limits.claim(claim, credit.lowestLimit(claim.limit(), today), approval);
    }

    public void approveCreditLimit(CreditLimitId id, String approver, LocalDate today) {
        closure.requireOpen();
        limits.approve(id, approver, today);
    }

    public void rejectCreditLimit(CreditLimitId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        limits.reject(id, rejectedBy, reason, today);
    }

    public void hold(CreditHoldId id, String reason, String placedBy, LocalDate effectiveDate) {
        closure.requireOpen();
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
        closure.requireOpen();
        overrides.claim(claim, limit, today);
    }

    public void approveOverride(CreditOverrideId id, String approver, LocalDate today) {
        closure.requireOpen();
        overrides.approve(id, approver, today);
    }

    public void rejectOverride(CreditOverrideId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        overrides.reject(id, rejectedBy, reason, today);
    }

    /** How the customer is reached is in the party record; here only that it changed. */
    public void changeContact(LocalDate today) {
        apply(new ContactChanged(opened.accountId(), opened.legalEntity(), today));
    }

    public void eraseContact(LocalDate today) {
        apply(new ContactErased(opened.accountId(), opened.legalEntity(), today));
    }

    /** @param procedure null: the default one again */
    public void assignDunningProcedure(@Nullable String procedure, LocalDate today) {
        apply(new DunningProcedureAssigned(opened.accountId(), opened.legalEntity(), procedure, today));
    }

    /** @param until the last day; null: until it is released */
    public void blockDunning(DunningBlockId id, String reason, String placedBy, @Nullable LocalDate until,
            LocalDate effectiveDate) {
        requireOpenAt(effectiveDate);
        DunningBlocks.requireInOrder(effectiveDate, until);
        apply(new DunningBlockPlaced(opened.accountId(), opened.legalEntity(), id, reason, placedBy, until,
                effectiveDate));
    }

    public void releaseDunningBlock(DunningBlockId id, String reason, LocalDate effectiveDate) {
        dunningBlocks.requireReleasable(id, effectiveDate, "account " + opened.accountId());
        apply(new DunningBlockReleased(opened.accountId(), opened.legalEntity(), id, reason, effectiveDate));
    }

    public void changeDebtorClass(DebtorClass wanted, String reason, LocalDate effectiveDate) {
        requireOpenAt(effectiveDate);
        if (wanted == debtorClass) {
            throw new Refusal(ProblemCode.DEBTOR_CLASS_UNCHANGED,
                    "account " + opened.accountId() + " is of the class " + wanted + " already");
        }
        apply(new DebtorClassChanged(opened.accountId(), opened.legalEntity(), wanted, reason, effectiveDate));
    }

    public void promise(PromiseClaim claim, int graceDays, @Nullable Integer policyVersion) {
        requireOpenAt(claim.effectiveDate());
        new Promises(opened, agreements).make(claim, graceDays, policyVersion);
    }

    public void withdrawPromise(PromiseId id, String reason, LocalDate effectiveDate) {
        new Promises(opened, agreements).withdraw(id, reason, null, effectiveDate);
    }

    public void proposePlan(PaymentPlanClaim claim) {
        requireOpenAt(claim.effectiveDate());
        new PaymentPlans(opened, agreements).propose(claim);
    }

    public void acceptPlan(PaymentPlanId id, String evidence, PlanRules rules, LocalDate effectiveDate) {
        new PaymentPlans(opened, agreements).accept(id, evidence, rules, effectiveDate);
    }

    public void giveNoticeOfPlan(PaymentPlanId id, @Nullable String reference, LocalDate effectiveDate) {
        new PaymentPlans(opened, agreements).giveNotice(id, reference, effectiveDate);
    }

    public void cancelPlan(PaymentPlanId id, String reason, LocalDate effectiveDate) {
        new PaymentPlans(opened, agreements).cancel(id, reason, effectiveDate);
    }

    /** Takes note of what has become of its promises and plans. */
    public void judged(List<CustomerAccountEvent> judgements) {
        judgements.forEach(AggregateLifecycle::apply);
    }

    /** @param to null: none */
    public void changeCreditGroup(@Nullable CreditGroupId to, String reason, LocalDate today) {
        var from = credit.creditGroup();
        if (to == null) {
            if (from == null) {
                throw new Refusal(ProblemCode.NOT_IN_CREDIT_GROUP,
                        "account " + opened.accountId() + " is in no credit group");
            }
            apply(new CreditGroupLeft(opened.accountId(), opened.legalEntity(), from, reason, today));
            return;
        }
        closure.requireOpen();
        if (to.equals(from)) {
            throw new Refusal(ProblemCode.ALREADY_IN_CREDIT_GROUP,
                    "account " + opened.accountId() + " is in credit group " + to + " already");
        }
        apply(new CreditGroupJoined(opened.accountId(), opened.legalEntity(), to, reason, today));
    }

    /** What is open on the account is looked at before. */
    public void close(String reason, String closedBy, LocalDate effectiveDate) {
        closure.close(reason, closedBy, effectiveDate);
    }

    public void reopen(String reason, String reopenedBy, LocalDate effectiveDate) {
        closure.reopen(reason, reopenedBy, effectiveDate);
    }

    private void requireOpenAt(LocalDate date) {
        closure.requireOpen();
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
            dunningBlocks = new DunningBlocks();
            agreements = AgreementStanding.NONE;
            escalations = new Escalations(first);
            closure = new Closure(first);
            debtorClass = DebtorClass.BUSINESS;
        }
        if (event instanceof DebtorClassChanged changed) {
            debtorClass = changed.debtorClass();
        }
        // Which terms hold at a date is answered by the reference row, so that issuing never loads the account.
        credit = credit.after(event);
        limits.evolve(event);
        holds.evolve(event);
        overrides.evolve(event);
        switch (event) {
            case DunningBlockPlaced it -> dunningBlocks.placed(new DunningBlocks.Block(it.blockId(), it.reason(),
                    it.placedBy(), it.effectiveDate(), it.until(), null));
            case DunningBlockReleased it -> dunningBlocks.released(it.blockId(), it.effectiveDate());
            default -> {
                // About something else than reminders.
            }
        }
        agreements = agreements.after(event);
        closure.evolve(event);
        if (event instanceof CollectionEvent step) {
            escalations.evolve(step);
        }
    }

    /** What is done to collect beyond reminders. */
    public Escalations escalations() {
        return escalations;
    }

    public CreditStanding credit() {
        return credit;
    }

    /** Its promises and plans, with what was judged of them so far. */
    public AgreementStanding agreements() {
        return agreements;
    }

    public PromiseResource promiseResource(PromiseId id, LocalDate asAt, long version) {
        return PromiseResource.of(agreements.promise(id).orElseThrow(), asAt, version);
    }

    public PaymentPlanResource planResource(PaymentPlanId id, LocalDate asAt, long version) {
        return PaymentPlanResource.of(agreements.plan(id).orElseThrow(), asAt, version);
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

    public DunningBlockResource dunningBlockResource(DunningBlockId id, long version) {
        var it = dunningBlocks.get(id);
        return new DunningBlockResource(id, opened.accountId(), null, it.reason(), it.placedBy(), it.from(),
                it.until(), it.releasedDate(), version, null);
    }

    public CreditGroupMembershipResource creditGroupResource(long version) {
        return new CreditGroupMembershipResource(opened.accountId(), credit.creditGroup(), version, null);
    }

    public DebtorClassResource debtorClassResource(long version) {
        return new DebtorClassResource(opened.accountId(), debtorClass, version, null);
    }

    public AccountClosureResource closureResource(long version) {
        return closure.resource(version);
    }

    public Currency currency() {
        return opened.currency();
    }

    @Override
    public LegalEntityId legalEntity() {
        return opened.legalEntity();
    }
}
