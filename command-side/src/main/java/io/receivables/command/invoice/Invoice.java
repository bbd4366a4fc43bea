package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.matching.Debt;
import io.receivables.command.matching.Debt.Component;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.Approver;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.DiscountRules.DateBasis;
import io.receivables.events.policy.DiscountRules.Mode;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.platform.resource.DoubtfulResource;
import io.receivables.platform.resource.DunningBlockResource;
import io.receivables.platform.resource.EarlyCash;
import io.receivables.platform.resource.InvoiceResource;
import io.receivables.platform.resource.RecoveryResource;
import io.receivables.platform.resource.WriteOffResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice: its instalments with everything that settles them, by date. Status is derived from these amounts, it is
 * not a state of its own.
 */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class Invoice implements Receivable {

    @AggregateIdentifier
    private String streamId;
    private InvoiceIssued issued;
    private boolean cancelled;
    private OpenInstalments instalments;
    private Losses losses;
    private Disputes disputes;
    private EarlyCash earlyCash;
    private Discounts discounts;
    private SmallDifferences smallDifferences;
    private ClaimedCharges charges;
    private PrincipalHistory principal;
    private ClassHistory classes;
    private InvoiceDunningBlocks dunningBlocks;
    private FactoredInstalments factored;
    private Limitations limitations;

    Invoice() {}

    public static Invoice issue(InvoiceIssued issued) {
        apply(issued);
        return new Invoice();
    }

    /** Which instalments an amount would settle. */
    @Override
    public List<SettledPart> plan(SettlementClaim claim) {
        requireNotCancelled();
        Amounts.requirePositive(claim.amount(), "/amount");
        Amounts.requireCurrency(issued.total().currency(), claim.amount(), "/amount");
        if (!claim.accountId().equals(issued.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "invoice " + issued.invoiceId() + " is of account "
                    + issued.accountId() + ", not " + claim.accountId());
        }
        Amounts.requireNotBefore(claim.effectiveDate(), issued.effectiveDate(),
                "the issue of invoice " + issued.invoiceId());
        return instalments.settle(claim, discounts.of(claim));
    }

    @Override
    public void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate,
            @Nullable LocalDate moneyDate, boolean discountEarned) {
        apply(new InvoiceSettledInPart(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source, parts,
                effectiveDate, issued.discount() == null ? null : moneyDate, discountEarned ? true : null));
    }

    @Override
    public void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        apply(new InvoiceSettlementReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, source,
                parts, reason, effectiveDate));
        smallDifferences.reverse(id, reason, effectiveDate);
    }

    @Override
    public void writeOffDifference(AllocationId cause, List<SettledPart> parts, Tolerance tolerance, LocalDate date,
            boolean asked) {
        smallDifferences.writeOff(cause, parts, tolerance, date, asked);
    }

    @Override
    public List<InvoiceSettledInPart> discountsUnearnedWithout(AllocationId taken) {
        return earlyCash.unearnedWithout(taken);
    }

    @Override
    public DateBasis discountDateBasis() {
        return issued.discount() == null ? DateBasis.VALUE_DATE : issued.discount().dateBasis();
    }

    @Override
    public boolean givesDiscountInParts() {
        return issued.discount() == null || issued.discount().mode() == Mode.PRO_RATA;
    }

    @Override
    public @Nullable List<DiscountShare> sharesOf(Money discount) {
        return DiscountShares.of(issued, discount);
    }

    @Override
    public boolean isSettled() {
        return instalments.open().isZero();
    }

    @Override
    public Optional<Debt> debt(LocalDate date, @Nullable LocalDate moneyDate) {
        if (cancelled || date.isBefore(issued.effectiveDate()) || !instalments.availableFrom(date).isPositive()) {
            return Optional.empty();
        }
        // A trade receivable bears statutory interest from its due date (C. com., art. L441-10).
        boolean onerous = classes.at(date) == ReceivableClass.TRADE;
        return Optional.of(new Debt(issued.invoiceId().value(), issued.invoiceNumber(), Component.PRINCIPAL, null,
                onerous, issued.issueDate(), discounts.toPay(date, moneyDate),
                instalments.openAt(date)
                        .map(it -> new Debt.Part(it.instalment().no(), it.instalment().dueDate(),
                                it.open().availableFrom(date), discounts.toPay(it, date, moneyDate)))
                        .toList()));
    }

    public void cancel(String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        Amounts.requireNotBefore(effectiveDate, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        charges.requireNone("invoice " + issued.invoiceId());
        var parts = instalments.requireUntouched(issued.total(), effectiveDate, "invoice " + issued.invoiceId());
        factored.requireNone(parts);
        apply(new InvoiceCancelled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), parts, reason,
                effectiveDate));
    }

    /** Gives what is open, and stays open from the date on, other due dates; what is settled keeps its number. */
    public void reschedule(List<NewInstalment> wanted, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        Amounts.requireNotBefore(effectiveDate, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var moved = instalments.availableParts(effectiveDate);
        factored.requireNone(moved);
        RescheduledMustBeWhatIsOpen.check(issued, moved, wanted, effectiveDate);
        var first = instalments.lastNumber() + 1;
        var renewed = IntStream.range(0, wanted.size())
                .mapToObj(i -> new Instalment(first + i, wanted.get(i).dueDate(), wanted.get(i).amount()))
                .toList();
        apply(new InvoiceRescheduled(issued.invoiceId(), issued.accountId(), issued.legalEntity(), issued.issueDate(),
                issued.receivableClass(), moved, renewed, reason, effectiveDate));
    }

    /** Makes it a claim of another class from the date on, settled parts included. */
    public void reclassify(ReceivableClass to, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        classes.change(to, reason, effectiveDate);
    }

    public void writeOff(WriteOffClaim claim, ApprovalLimit limit, WriteOffRules rules, String requestedBy) {
        requireNotCancelled();
        losses.writeOffs().claim(claim, limit, rules, requestedBy);
    }

    public void approveWriteOff(WriteOffId id, Approver approver, LocalDate today) {
        requireNotCancelled();
        losses.writeOffs().approve(id, approver, today);
    }

    /** Also of a cancelled invoice, so that nothing stays pending on it. */
    public void rejectWriteOff(WriteOffId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        losses.writeOffs().reject(id, rejectedBy, reason, today);
    }

    public void reverseWriteOff(WriteOffId id, String reason, LocalDate effectiveDate) {
        losses.writeOffs().reverse(id, reason, effectiveDate, losses.recoveries());
    }

    /** Takes note of money for what was written off; the invoice is not opened again by it. */
    public void recover(RecoveryId id, Money amount, @Nullable PaymentId paymentId, @Nullable String reference,
            LocalDate effectiveDate) {
        requireNotCancelled();
        losses.recoveries().recover(id, amount, paymentId, reference, effectiveDate);
    }

    public void reverseRecovery(RecoveryId id, String reason, LocalDate effectiveDate) {
        losses.recoveries().reverse(id, reason, effectiveDate);
    }

    /** @param amount null marks all that is open at the date */
    public void markDoubtful(DoubtfulId id, @Nullable Money amount, String reason, LocalDate effectiveDate) {
        requireNotCancelled();
        losses.doubtfuls().mark(id, amount, reason, effectiveDate);
    }

    public void releaseDoubtful(DoubtfulId id, String reason, LocalDate effectiveDate) {
        losses.doubtfuls().release(id, reason, effectiveDate);
    }

    /** @param until the last day; null: until it is released */
    public void blockDunning(DunningBlockId id, String reason, String placedBy, @Nullable LocalDate until,
            LocalDate effectiveDate) {
        requireNotCancelled();
        dunningBlocks.place(id, reason, placedBy, until, effectiveDate);
    }

    public void releaseDunningBlock(DunningBlockId id, String reason, LocalDate effectiveDate) {
        dunningBlocks.release(id, reason, effectiveDate);
    }

    public void dispute(DisputeClaim claim, LocalDate deadline, @Nullable Integer policyVersion) {
        requireNotCancelled();
        disputes.raise(claim, deadline, policyVersion);
    }

    /** Names who answers a dispute, and by when; what is null stays. */
    public void reassignDispute(DisputeId id, @Nullable String owner, @Nullable LocalDate deadline, String reason,
            LocalDate effectiveDate) {
        disputes.reassign(id, owner, deadline, reason, effectiveDate);
    }

    /** Also of an invoice that is settled or cancelled meanwhile, so that no dispute stays open for ever. */
    public void resolveDispute(DisputeId id, DisputeOutcome outcome, String reason,
            @Nullable CreditNoteId creditNoteId, LocalDate effectiveDate) {
        disputes.resolve(id, outcome, reason, creditNoteId, effectiveDate);
    }

    /** What is open of each instalment at a date and stays open from then on. */
    public List<Instalment> openInstalments(LocalDate date) {
        requireNotCancelled();
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        return instalments.openAt(date)
                .map(it -> new Instalment(it.instalment().no(), it.instalment().dueDate(),
                        it.open().availableFrom(date)))
                .toList();
    }

    /**
     * What of it can be assigned to a factor: all that is open of an instalment, or of all of them, and not disputed.
     *
     * @throws Refusal INVOICE_CANCELLED, ITEM_FACTORED, ITEM_NOT_OPEN, ITEM_DISPUTED
     */
    public List<InstalmentAmount> assignable(@Nullable Integer instalment, LocalDate date) {
        requireNotCancelled();
        var parts = factored.assignable(instalment, date);
        disputes.requireNone(parts);
        return parts;
    }

    /** What of it is assigned to factors. */
    public FactoredInstalments factored() {
        return factored;
    }

    /** Until when it can be claimed in court. */
    public Limitations limitations() {
        return limitations;
    }

    @Override
    public Set<FactoringId> factorings(List<SettledPart> parts) {
        return factored.everOf(parts);
    }

    /** What of some instalments, or of all, is open at a date and stays so. */
    public List<InstalmentAmount> open(@Nullable Integer instalment, LocalDate date) {
        requireNotCancelled();
        return instalments.availableParts(date)
                .stream()
                .filter(part -> instalment == null || part.instalment() == instalment)
                .toList();
    }

    /** Takes note of a late charge that was claimed because this invoice is late. */
    public void charge(ChargeId id, ChargeKind kind, Money amount, LocalDate effectiveDate) {
        requireNotCancelled();
        apply(new InvoiceCharged(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, kind, amount,
                effectiveDate));
    }

    /** Takes note that one of its late charges was reversed. */
    public void reverseCharge(LateChargeClaimed charge, String reason, boolean recalculated,
            LocalDate effectiveDate) {
        apply(new InvoiceChargeReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                charge.chargeId(), charge.kind(), charge.amount(), reason, recalculated, effectiveDate));
    }

    /** The late charges of the invoice, in the order of their claims. */
    public List<ClaimedCharge> charges(ChargeKind kind) {
        return charges.of(kind);
    }

    /** The payments and credit notes whose money settled something of it. */
    public Set<CreditSource> moneySources() {
        return principal.sources();
    }

    /** @param came the day from which the money of a document counts */
    public List<OpenPrincipal> principals(Function<CreditSource, LocalDate> came) {
        return principal.open(came);
    }

    /** What of them is ours to charge for at a date: what was sold to a factor is the factor's with all that it bears. */
    public List<OpenPrincipal> chargeable(Function<CreditSource, LocalDate> came, LocalDate date) {
        var principals = principal.open(came);
        factored.leaveOutSold(principals, date);
        return principals;
    }

    public boolean wasEverDisputed() {
        return !disputes.isEmpty();
    }

    /** Whether a dispute is open at a date, on whatever is open. */
    public boolean isDisputedAt(LocalDate date) {
        return disputes.isOpenAt(date);
    }

    /**
     * The same without what is disputed.
     *
     * @param asAt what had become of each dispute at this date tells whether its part was owed
     */
    public List<OpenPrincipal> undisputed(Function<CreditSource, LocalDate> came, LocalDate date, LocalDate asAt) {
        var disputed = disputes.principalAt(asAt, principal.sources());
        var principals = principal.open(came, disputed.granted());
        factored.leaveOutSold(principals, date);
        disputed.leaveOut(principals);
        return principals;
    }

    /** What of an instalment was written off, and is, after one day and up to another. */
    public Money writtenOff(int instalment, LocalDate after, LocalDate until) {
        return losses.writtenOff(instalment, after, until);
    }

    @Override
    public boolean isLateFor(LocalDate moneyDate) {
        return !charges.isEmpty() || instalments.firstDue().isBefore(moneyDate);
    }

    /** The first due date at which something could be late, as it was agreed last. */
    public LocalDate firstDue() {
        return instalments.firstDue();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    private void requireNotCancelled() {
        if (cancelled) {
            throw new Refusal(ProblemCode.INVOICE_CANCELLED, "invoice " + issued.invoiceId() + " is cancelled");
        }
    }

    @EventSourcingHandler
    void evolve(InvoiceEvent event) {
        switch (event) {
            case InvoiceIssued first -> {
                streamId = StreamType.INVOICE.streamId(first.invoiceId());
                issued = first;
                instalments = new OpenInstalments(first);
                disputes = new Disputes(first, instalments);
                charges = new ClaimedCharges();
                earlyCash = new EarlyCash(first);
                discounts = new Discounts(first, instalments, earlyCash);
                smallDifferences = new SmallDifferences(first, instalments);
                principal = new PrincipalHistory(first);
                losses = new Losses(first, instalments, principal);
                classes = new ClassHistory(first);
                dunningBlocks = new InvoiceDunningBlocks(first);
                factored = new FactoredInstalments(first, instalments, principal);
                limitations = new Limitations(first, instalments);
            }
            case InvoiceSettledInPart settled -> {
                earlyCash.evolve(settled);
                instalments.settled(settled.source(), settled.parts(), settled.effectiveDate());
                principal.settled(settled.source(), settled.parts(), settled.effectiveDate());
            }
            case InvoiceSettlementReversed reversed -> {
                earlyCash.evolve(reversed);
                instalments.settlementReversed(reversed.source(), reversed.parts(), reversed.effectiveDate());
                principal.settlementReversed(reversed.source(), reversed.parts(), reversed.effectiveDate());
            }
            case InvoiceCancelled voided -> {
                cancelled = true;
                instalments.reduce(Kind.CANCELLED, voided.parts(), voided.effectiveDate());
                principal.reduced(voided.parts(), voided.effectiveDate());
            }
            case InvoiceRescheduled moved -> {
                instalments.rescheduled(moved);
                principal.rescheduled(moved);
            }
            case InvoiceReclassified changed -> classes.changed(changed);
            case WriteOffRequested requested -> losses.writeOffs().requested(requested);
            case WriteOffApprovalGiven given -> losses.writeOffs().approvalGiven(given);
            case WriteOffRejected rejected -> losses.writeOffs().rejected(rejected);
            case InvoiceWrittenOff writtenOff -> losses.evolve(writtenOff);
            case WriteOffReversed reversed -> losses.evolve(reversed);
            case WrittenOffAmountRecovered recovered -> losses.evolve(recovered);
            case RecoveryReversed reversed -> losses.evolve(reversed);
            case InvoiceMarkedDoubtful marked -> losses.doubtfuls().marked(marked);
            case DoubtfulReleased released -> losses.doubtfuls().released(released);
            case DisputeRaised raised -> disputes.raised(raised);
            case DisputeReassigned reassigned -> disputes.reassigned(reassigned);
            case DisputeResolved resolved -> disputes.resolved(resolved);
            case SmallDifferenceWrittenOff given -> {
                smallDifferences.writtenOff(given);
                instalments.reduce(Kind.SMALL_DIFFERENCE, given.parts(), given.effectiveDate());
                principal.reduced(given.parts(), given.effectiveDate());
            }
            case SmallDifferenceReversed back -> {
                smallDifferences.reversed(back);
                instalments.restore(Kind.SMALL_DIFFERENCE, back.parts(), back.effectiveDate());
                principal.restored(back.parts(), back.effectiveDate());
            }
            case InvoiceCharged charged -> charges.claimed(charged);
            case InvoiceChargeReversed reversed -> charges.reversed(reversed);
            case InvoiceDunningBlocked placed -> dunningBlocks.evolve(placed);
            case InvoiceDunningBlockReleased released -> dunningBlocks.evolve(released);
            case InvoiceFactored assigned -> factored.evolve(assigned);
            case InvoiceBoughtBack back -> factored.evolve(back);
            case InvoicePaidToFactor paid -> factored.evolve(paid);
            case InvoicePaidToFactorReversed back -> factored.evolve(back);
            case LimitationInterrupted interrupted -> limitations.evolve(interrupted);
            case LimitationInterruptionVoided voided -> limitations.evolve(voided);
        }
    }

    /** The invoice at a date, as the API shows it. */
    public InvoiceResource resource(LocalDate asAt, long version) {
        return InvoiceResource.of(issuedAsAt(asAt), instalments.figuresAt(asAt), earlyCash.at(asAt),
                losses.at(asAt, disputes, version), cancelled,
                asAt, version,
                null);
    }

    public WriteOffResource writeOffResource(WriteOffId id, long version) {
        return losses.writeOffs().resource(id, version);
    }

    public DisputeResource disputeResource(DisputeId id, LocalDate asAt, long version) {
        return disputes.resource(id, asAt, version);
    }

    public DoubtfulResource doubtfulResource(DoubtfulId id, long version) {
        return losses.doubtfuls().resource(id, version);
    }

    public DunningBlockResource dunningBlockResource(DunningBlockId id, long version) {
        return dunningBlocks.resource(id, version);
    }

    public RecoveryResource recoveryResource(RecoveryId id, long version) {
        return losses.recoveries().resource(id, version);
    }

    @Override
    public Optional<InvoiceId> invoice() {
        return Optional.of(issued.invoiceId());
    }

    @Override
    public AccountId accountId() {
        return issued.accountId();
    }

    @Override
    public LocalDate owedFrom() {
        return issued.effectiveDate();
    }

    public InvoiceIssued issued() {
        return issued;
    }

    /** The same as a claim of the class that it has at the date. */
    public InvoiceIssued issuedAsAt(LocalDate date) {
        return issued.in(classes.at(date));
    }

    @Override
    public LegalEntityId legalEntity() {
        return issued.legalEntity();
    }
}
