package io.receivables.query.ledger;

import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.events.invoice.InvoiceDunningBlockReleased;
import io.receivables.events.invoice.InvoiceDunningBlocked;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.invoice.InvoicePaidToFactorReversed;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the facts of an invoice add to the books. */
final class InvoiceRows {

    private InvoiceRows() {}

    static List<Row> of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued issued -> issued(issued);
            // The twins of an allocation: the payment's or credit note's own fact is the one that counts.
            case InvoiceSettledInPart settled -> List.of();
            case InvoiceSettlementReversed reversed -> List.of();
            // The twins of a late charge, which is a claim of its own.
            case InvoiceCharged charged -> List.of();
            case InvoiceChargeReversed reversed -> List.of();
            // Told from the invoice's history alone.
            case InvoiceDunningBlocked blocked -> List.of();
            case InvoiceDunningBlockReleased released -> List.of();
            case InvoiceCancelled cancelled ->
                falls(cancelled, MovementKind.CANCELLED, null, cancelled.parts()).toList();
            case InvoiceRescheduled moved -> rescheduled(moved);
            case InvoiceReclassified changed ->
                List.of(new Row.Reclassification(changed.invoiceId().value(), changed.from(), changed.to()));
            case WriteOffRequested requested ->
                List.of(step(requested, requested.writeOffId(), ApprovalStatus.PENDING));
            case WriteOffApprovalGiven given -> List.of();
            case InvoiceWrittenOff writtenOff -> with(
                    falls(writtenOff, MovementKind.WRITE_OFF, writtenOff.writeOffId().value(), writtenOff.parts()),
                    Stream.concat(Stream.of(step(writtenOff, writtenOff.writeOffId(), ApprovalStatus.APPROVED)),
                            relieved(writtenOff, writtenOff.writeOffId().value(), perRate(writtenOff.relief()), 1)));
            case WriteOffRejected rejected -> List.of(step(rejected, rejected.writeOffId(), ApprovalStatus.REJECTED));
            case WriteOffReversed reversed -> with(
                    rises(reversed, MovementKind.WRITE_OFF, reversed.writeOffId().value(), reversed.parts()),
                    Stream.concat(Stream.of(step(reversed, reversed.writeOffId(), ApprovalStatus.REVERSED)),
                            relieved(reversed, reversed.writeOffId().value(), perRate(reversed.relief()), -1)));
            case WrittenOffAmountRecovered recovered -> with(
                    Stream.of(memo(recovered, Row.MemoKind.RECOVERED, recovered.recoveryId().value(),
                            recovered.amount())),
                    relieved(recovered, recovered.recoveryId().value(), recovered.taxDue(), -1));
            case RecoveryReversed reversed -> with(
                    Stream.of(memo(reversed, Row.MemoKind.RECOVERED, reversed.recoveryId().value(),
                            reversed.amount().negated())),
                    relieved(reversed, reversed.recoveryId().value(), reversed.taxDue(), 1));
            case InvoiceMarkedDoubtful marked -> List.of(
                    memo(marked, Row.MemoKind.DOUBTFUL, marked.doubtfulId().value(), marked.amount()));
            case DoubtfulReleased released -> List.of(
                    memo(released, Row.MemoKind.DOUBTFUL, released.doubtfulId().value(), released.amount().negated()));
            case DisputeRaised raised -> AgreementRows.of(raised);
            case DisputeReassigned reassigned -> AgreementRows.of(reassigned);
            case DisputeResolved resolved -> AgreementRows.of(resolved);
            case SmallDifferenceWrittenOff given ->
                falls(given, MovementKind.SMALL_DIFFERENCE, given.allocationId().value(), given.parts()).toList();
            // The twins of what happens to an assignment, whose own fact counts.
            case InvoiceFactored _,InvoiceBoughtBack _,InvoicePaidToFactor _,InvoicePaidToFactorReversed _ -> List.of();
            case LimitationInterrupted it -> it.instalments()
                    .stream()
                    .map(no -> interruption(it, no, it.interruptionId(), it.kind(), 1))
                    .toList();
            case LimitationInterruptionVoided it -> it.instalments()
                    .stream()
                    .map(no -> interruption(it, no, it.interruptionId(), null, -1))
                    .toList();
            case SmallDifferenceReversed back ->
                rises(back, MovementKind.SMALL_DIFFERENCE, back.allocationId().value(), back.parts()).toList();
        };
    }

    private static List<Row> issued(InvoiceIssued issued) {
        var id = issued.invoiceId().value();
        var rows = new ArrayList<Row>();
        rows.add(new Row.Document(DocumentType.INVOICE, id, issued.invoiceNumber(), issued.accountId().value(),
                issued.legalEntity().value(), issued.issueDate(), issued.total(), net(issued.lines())));
        var kind = issued.opening() == null ? MovementKind.ISSUED : MovementKind.OPENING;
        for (var instalment : issued.instalments()) {
            rows.add(new Row.Item(DocumentType.INVOICE, id, instalment.no(), issued.issueDate(), instalment.dueDate(),
                    issued.receivableClass()));
            rows.add(movement(issued, kind, null, instalment.no(), instalment.amount()));
        }
        if (isOverLegalMaximum(issued)) {
            rows.add(new Row.OverLegalMaximum(id));
        }
        return List.copyOf(rows);
    }

    private static boolean isOverLegalMaximum(InvoiceIssued issued) {
        var check = issued.terms() == null ? null : issued.terms().legalMaximum();
        return check != null && check.exceeded();
    }

    /** Null where there are no lines: then the tax is not known. */
    static @Nullable Money net(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::netAmount).reduce(Money::plus).orElse(null);
    }

    /** The sum of these movements is zero: the account owes what it owed, on other days. */
    private static List<Row> rescheduled(InvoiceRescheduled moved) {
        var id = moved.invoiceId().value();
        var rows = new ArrayList<>(falls(moved, MovementKind.RESCHEDULED, null, moved.moved()).toList());
        for (var instalment : moved.instalments()) {
            rows.add(new Row.Item(DocumentType.INVOICE, id, instalment.no(), moved.issueDate(), instalment.dueDate(),
                    moved.receivableClass()));
            rows.add(movement(moved, MovementKind.RESCHEDULED, null, instalment.no(), instalment.amount()));
        }
        return List.copyOf(rows);
    }

    private static Stream<Row> falls(InvoiceEvent event, MovementKind kind, @Nullable String reference,
            List<InstalmentAmount> parts) {
        return parts.stream()
                .map(part -> movement(event, kind, reference, part.instalment(), part.amount().negated()));
    }

    private static Stream<Row> rises(InvoiceEvent event, MovementKind kind, String reference,
            List<InstalmentAmount> parts) {
        return parts.stream().map(part -> movement(event, kind, reference, part.instalment(), part.amount()));
    }

    private static Row movement(InvoiceEvent event, MovementKind kind, @Nullable String reference, int instalment,
            Money amount) {
        return new Row.Movement(event.accountId().value(), event.legalEntity().value(), DocumentType.INVOICE,
                event.invoiceId().value(), instalment, kind, reference, amount);
    }

    private static Row step(InvoiceEvent event, WriteOffId writeOff, ApprovalStatus status) {
        return new Row.ApprovalStep(ApprovalKind.WRITE_OFF, writeOff.value(), status, DocumentType.INVOICE,
                event.invoiceId().value(), event.accountId().value(), event.legalEntity().value());
    }

    private static Row interruption(InvoiceEvent event, int instalment, LimitationInterruptionId id,
            @Nullable LimitationInterruptionKind kind, int step) {
        return new Row.LimitationInterruption(event.accountId().value(), event.legalEntity().value(),
                event.invoiceId().value(), instalment, id.value(), kind, step);
    }

    private static Row memo(InvoiceEvent event, Row.MemoKind kind, String reference, Money amount) {
        return new Row.Memo(event.accountId().value(), event.legalEntity().value(), DocumentType.INVOICE,
                event.invoiceId().value(), kind, reference, amount);
    }

    private static @Nullable List<TaxShare> perRate(@Nullable TaxRelief relief) {
        return relief == null ? null : relief.perRate();
    }

    /** @param sign 1 for tax that was taken back, -1 for tax that is due again */
    private static Stream<Row> relieved(InvoiceEvent event, String reference, @Nullable List<TaxShare> shares,
            int sign) {
        if (shares == null || shares.isEmpty()) {
            return Stream.of();
        }
        var tax = TaxShare.taxOf(shares, shares.getFirst().tax().currency());
        return tax.isZero()
                ? Stream.of()
                : Stream.of(memo(event, Row.MemoKind.TAX_RELIEVED, reference, sign > 0 ? tax : tax.negated()));
    }

    private static List<Row> with(Stream<Row> rows, Stream<Row> others) {
        return Stream.concat(rows, others).toList();
    }
}
