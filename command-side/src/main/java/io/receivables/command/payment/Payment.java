package io.receivables.command.payment;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.account.AccountRow;
import io.receivables.command.credit.AllocationNote;
import io.receivables.command.credit.Credit;
import io.receivables.command.credit.CreditDocument;
import io.receivables.command.credit.CreditWriteOffClaim;
import io.receivables.command.credit.CreditWriteOffs;
import io.receivables.command.credit.RefundClaim;
import io.receivables.command.credit.Refunds;
import io.receivables.command.matching.Debt;
import io.receivables.command.matching.Remittance;
import io.receivables.command.policy.Tolerance;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.events.policy.DiscountRules.DateBasis;
import io.receivables.events.refund.RefundEvent;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.platform.resource.TransferResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A payment: whose it is and how much of it is free at each date. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class Payment implements CreditDocument {

    @AggregateIdentifier
    private String streamId;
    private PaymentReceived received;
    private @Nullable AccountId accountId;
    private LocalDate identifiedDate;
    private @Nullable LocalDate reversedDate;
    private Credit credit;
    private Refunds refunds;
    private CashForRecoveries recoveries;
    private CashForFactors factors;
    private CreditWriteOffs writeOffs;
    private Transfers transfers;
    private KeptDifferences differences;

    Payment() {}

    public static Payment receive(PaymentReceived received) {
        apply(received);
        return new Payment();
    }

    /** @throws Refusal PAYMENT_ALREADY_IDENTIFIED, PAYMENT_REVERSED */
    public void requireUnidentified() {
        requireNotReversed();
        if (accountId != null) {
            throw new Refusal(ProblemCode.PAYMENT_ALREADY_IDENTIFIED, what() + " is of account " + accountId);
        }
    }

    public void identify(AccountRow account, LocalDate effectiveDate) {
        requireUnidentified();
        Amounts.requireCurrency(account.currency(), received.amount(), "/accountId");
        if (!account.legalEntity().equals(received.legalEntity())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH, "account " + account.accountId() + " is of "
                    + account.legalEntity() + ", " + what() + " of " + received.legalEntity());
        }
        account.requireOpenAt(effectiveDate);
        Amounts.requireNotBefore(effectiveDate, received.effectiveDate(), "the receipt of " + what());
        apply(new PaymentIdentified(received.paymentId(), account.accountId(), received.legalEntity(),
                received.amount(), effectiveDate));
    }

    @Override
    public void allocate(AllocationId id, AllocationTarget target, List<SettledPart> parts, LocalDate effectiveDate,
            AllocationNote note) {
        var account = requireUsableAt(effectiveDate);
        credit.requireFree(SettledPart.amountOf(parts), effectiveDate, ProblemCode.ALLOCATION_EXCEEDS_UNALLOCATED);
        apply(new PaymentAllocated(received.paymentId(), account, received.legalEntity(), id, target, parts,
                effectiveDate, note.rule(), note.discountShares()));
    }

    @Override
    public void keepDifference(AllocationId cause, Tolerance tolerance, LocalDate effectiveDate) {
        var account = requireUsableAt(effectiveDate);
        differences.keep(account, cause, tolerance, effectiveDate);
    }

    @Override
    public boolean keepsDifference(Money rest, Tolerance tolerance) {
        return differences.keeps(rest, tolerance);
    }

    @Override
    public void reverseAllocation(AllocationId id, String reason, LocalDate effectiveDate) {
        requireNotReversed();
        var allocation = credit.requireActive(id);
        Amounts.requireNotBefore(effectiveDate, allocation.effectiveDate(), "allocation " + id);
        applyReversal(id, allocation, reason, effectiveDate);
    }

    /**
     * The money did not stay: each allocation falls, at this date or at its own when that is later. Transfers have been
     * taken back before.
     */
    public void reverse(String reason, LocalDate effectiveDate) {
        if (received.transferredFrom() != null) {
            throw new Refusal(ProblemCode.PAYMENT_IS_TRANSFER, what() + " was transferred from payment "
                    + received.transferredFrom().paymentId() + ": reverse that payment, or the transfer");
        }
        fall(reason, effectiveDate);
        apply(new PaymentReversed(received.paymentId(), accountId, received.legalEntity(), received.amount(), reason,
                effectiveDate));
    }

    /** Takes note that the cash goes back to the payment that gave it. Allocations fall as by a reversal. */
    public void returnTransfer(String reason, LocalDate effectiveDate) {
        fall(reason, effectiveDate);
        apply(new ReceivedTransferReversed(received.paymentId(), Objects.requireNonNull(accountId),
                received.legalEntity(), Objects.requireNonNull(received.transferredFrom()).paymentId(),
                received.amount(), reason, effectiveDate));
    }

    private void fall(String reason, LocalDate effectiveDate) {
        requireNotReversed();
        Amounts.requireNotBefore(effectiveDate, identifiedDate, "the receipt or identification of " + what());
        requireNotSpent();
        var everything = credit.freeWithoutAllocations(effectiveDate);
        differences.addTo(everything, effectiveDate);
        everything.requireAvailable(received.amount(), effectiveDate, ProblemCode.PAYMENT_REFUNDED, what());
        credit.active()
                .forEach((id, allocation) -> applyReversal(id, allocation, reason,
                        Credit.later(effectiveDate, allocation.effectiveDate())));
    }

    /** How unallocated cash would go to another account; a payment of its own receives it there. */
    public PaymentTransferred planTransfer(PaymentId to, AccountRow account, Money amount, String reason,
            LocalDate effectiveDate) {
        return transfers.plan(requireUsableAt(effectiveDate), to, account, amount, reason, effectiveDate);
    }

    /** The twin of a transfer, with which the receiving payment begins: the cash keeps the days on which it came. */
    public PaymentReceived receivedBy(PaymentTransferred transfer) {
        return transfers.twinOf(transfer);
    }

    public void transfer(PaymentTransferred planned) {
        apply(planned);
    }

    /** The cash is here again; the receiving payment has taken note. */
    public void reverseTransfer(PaymentId id, String reason, LocalDate effectiveDate) {
        transfers.reverse(id, Objects.requireNonNull(accountId), reason, effectiveDate);
    }

    /** @throws Refusal TRANSFER_NOT_FOUND, TRANSFER_ALREADY_REVERSED */
    public TransferResource requireTransfer(PaymentId id) {
        return transfers.require(id);
    }

    /** The transfers that stand. */
    public List<TransferResource> activeTransfers() {
        return transfers.active();
    }

    private void requireNotSpent() {
        if (refunds.anyStands()) {
            throw new Refusal(ProblemCode.PAYMENT_REFUNDED, "of " + what() + " " + refunds.pending()
                    + " is set aside for refunds and " + refunds.paid() + " was paid back");
        }
        recoveries.requireNone();
        factors.requireNone();
        writeOffs.requireNone();
    }

    @Override
    public void requestRefund(RefundClaim claim) {
        refunds.request(requireUsableAt(claim.effectiveDate()), claim);
    }

    @Override
    public void writeOff(CreditWriteOffClaim claim) {
        writeOffs.claim(requireUsableAt(claim.effectiveDate()), claim);
    }

    /** Uses unallocated cash for what had been written off of an invoice of the same account. */
    public void useForRecovery(RecoveryId id, InvoiceIssued invoice, Money amount, LocalDate effectiveDate) {
        recoveries.use(requireUsableAt(effectiveDate), id, invoice, amount, effectiveDate);
    }

    /** Takes note that the invoice took the recovery back. */
    public void reverseUseForRecovery(RecoveryId id, String reason, LocalDate effectiveDate) {
        recoveries.reverse(id, reason, effectiveDate);
    }

    /** Unapplied cash settles what is the factor's alone. */
    public void holdForFactor(FactorDebtId id, FactoringId factoring, AccountId debtor, Money amount,
            LocalDate effectiveDate) {
        factors.hold(requireUsableAt(effectiveDate), id, factoring, debtor, amount, effectiveDate);
    }

    /** Takes note that the cash is not the factor's. */
    public void releaseFromFactor(FactorDebtId id, String reason, LocalDate effectiveDate) {
        factors.release(id, reason, effectiveDate);
    }

    private void applyReversal(AllocationId id, Credit.Allocation allocation, String reason, LocalDate date) {
        apply(new PaymentAllocationReversed(received.paymentId(), Objects.requireNonNull(accountId),
                received.legalEntity(), id, allocation.target(), allocation.parts(), reason, date));
        differences.giveBack(id, reason, date);
    }

    /** The account of a payment that may be spent at a date. */
    AccountId requireUsableAt(LocalDate date) {
        requireNotReversed();
        if (accountId == null) {
            throw new Refusal(ProblemCode.PAYMENT_UNIDENTIFIED, "nobody knows yet who paid " + what());
        }
        Amounts.requireNotBefore(date, identifiedDate, "the receipt or identification of " + what());
        return accountId;
    }

    private void requireNotReversed() {
        if (reversedDate != null) {
            throw new Refusal(ProblemCode.PAYMENT_REVERSED, what() + " was reversed at " + reversedDate);
        }
    }

    private String what() {
        return "payment " + received.paymentId();
    }

    @EventSourcingHandler
    void evolve(PaymentEvent event) {
        switch (event) {
            case PaymentReceived first -> {
                streamId = StreamType.PAYMENT.streamId(first.paymentId());
                received = first;
                accountId = first.accountId();
                identifiedDate = first.effectiveDate();
                credit = new Credit(what(), first.amount(), first.effectiveDate());
                recoveries = new CashForRecoveries(first, credit);
                factors = new CashForFactors(first, credit);
                refunds = new Refunds(source(), first.legalEntity(), credit);
                writeOffs = new CreditWriteOffs(source(), first.legalEntity(), credit);
                transfers = new Transfers(first, credit);
                differences = new KeptDifferences(first, credit);
            }
            case PaymentIdentified identified -> {
                accountId = identified.accountId();
                identifiedDate = identified.effectiveDate();
            }
            case PaymentAllocated allocated -> credit.allocated(allocated.allocationId(), allocated.target(),
                    allocated.parts(), allocated.effectiveDate(),
                    new AllocationNote(allocated.rule(), allocated.discountShares()));
            case PaymentAllocationReversed reversed -> credit.allocationReversed(reversed.allocationId(),
                    reversed.effectiveDate());
            case PaymentReversed reversed -> {
                reversedDate = reversed.effectiveDate();
                credit.take(reversed.effectiveDate(), reversed.amount());
            }
            case PaymentUsedForRecovery used -> recoveries.evolve(used);
            case PaymentUseForRecoveryReversed back -> recoveries.evolve(back);
            case PaymentTransferred given -> transfers.evolve(given);
            case PaymentTransferReversed back -> transfers.evolve(back);
            case ReceivedTransferReversed returned -> {
                reversedDate = returned.effectiveDate();
                credit.take(returned.effectiveDate(), returned.amount());
            }
            case SmallDifferenceTaken kept -> differences.evolve(kept);
            case SmallDifferenceGivenBack back -> differences.evolve(back);
            case PaymentHeldForFactor held -> factors.evolve(held);
            case PaymentHeldForFactorReversed back -> factors.evolve(back);
        }
    }

    @EventSourcingHandler
    void evolve(CreditWriteOffEvent event) {
        writeOffs.evolve(event);
    }

    @EventSourcingHandler
    void evolve(RefundEvent event) {
        refunds.evolve(event);
    }

    public PaymentReceived received() {
        return received;
    }

    @Override
    public CreditSource source() {
        return CreditSource.of(received.paymentId());
    }

    @Override
    public LocalDate documentDate() {
        return received.receivedDate();
    }

    @Override
    public LocalDate availableFrom() {
        return received.effectiveDate();
    }

    @Override
    public LocalDate moneyDate(DateBasis basis) {
        return switch (basis) {
            case VALUE_DATE -> received.valueDate() != null ? received.valueDate() : received.receivedDate();
            case RECEIVED_DATE -> received.receivedDate();
        };
    }

    @Override
    public boolean hasInstruction() {
        return received.reference() != null;
    }

    /** What the payer wrote. */
    @Override
    public Set<String> namedAmong(List<Debt> open) {
        if (received.reference() == null) {
            return Set.of();
        }
        var remittance = new Remittance(received.reference());
        return open.stream().filter(debt -> remittance.names(debt.number())).map(Debt::documentId).collect(toSet());
    }

    /** The account that the payment belongs to; refused while nobody knows. */
    @Override
    public AccountId account() {
        return requireUsableAt(identifiedDate);
    }

    @Override
    public Credit credit() {
        return credit;
    }

    @Override
    public Refunds refunds() {
        return refunds;
    }

    @Override
    public boolean isTransferred() {
        return received.transferredFrom() != null;
    }

    @Override
    public CreditWriteOffs creditWriteOffs() {
        return writeOffs;
    }

    /**
     * The payment after everything that is recorded, as the API shows it. Cash that a recovery uses, or that is held for a
     * factor, and cents that were kept, count as allocated.
     */
    public PaymentResource resource(@Nullable AllocationId allocationId, long version) {
        return resource(allocationId, null, version);
    }

    /** The same in the answer to a command that made or reversed a transfer. */
    public PaymentResource resourceOfTransfer(PaymentId transferId, long version) {
        return resource(null, transferId, version);
    }

    private PaymentResource resource(@Nullable AllocationId allocationId, @Nullable PaymentId transferId,
            long version) {
        return new PaymentResource(received.paymentId(), allocationId, transferId, accountId, received.legalEntity(),
                received.amount(), received.receivedDate(), received.valueDate(), received.method(),
                received.reference(), credit.allocated()
                        .plus(recoveries.amount())
                        .plus(differences.amount())
                        .plus(factors.amount()),
                credit.free(),
                refunds.pending(), refunds.paid(), writeOffs.pending(), writeOffs.writtenOff(), transfers.amount(),
                reversedDate != null, credit.resources(), transfers.all(), received.transferredFrom(),
                received.opening(), null, version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return received.legalEntity();
    }
}
