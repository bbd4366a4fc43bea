package io.receivables.query.ledger;

import io.receivables.events.account.AccountId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the facts of a payment add to the books. Cash that nobody has identified moves in no account. */
final class PaymentRows {

    private PaymentRows() {}

    static List<Row> of(PaymentEvent event) {
        return switch (event) {
            // The twins of a transfer: the giving payment's own fact is the one that counts.
            case PaymentReceived received when received.transferredFrom() != null ->
                returnable(received).toList();
            case ReceivedTransferReversed returned -> List.of();
            case PaymentReceived received -> received(received);
            case PaymentTransferred given -> transferred(given);
            case PaymentTransferReversed back -> bothSides(back, back.toPaymentId(), back.toAccountId(),
                    back.amount().negated());
            case PaymentIdentified identified -> List.of(
                    new Row.Identification(identified.paymentId().value(), identified.accountId().value()),
                    movement(identified, null, MovementKind.IDENTIFIED, null, identified.amount()),
                    movement(identified, identified.accountId(), MovementKind.IDENTIFIED, null,
                            identified.amount().negated()));
            case PaymentAllocated allocated -> settlement(allocated, allocated.allocationId().value()).settled(
                    allocated.target(), allocated.parts());
            case PaymentAllocationReversed reversed -> settlement(reversed, reversed.allocationId().value()).reversed(
                    reversed.target(), reversed.parts());
            case PaymentReversed reversed -> List.of(movement(reversed, reversed.accountId(), MovementKind.RETURNED,
                    null, reversed.amount()));
            case PaymentUsedForRecovery used -> List.of(movement(used, used.accountId(), MovementKind.RECOVERY,
                    used.recoveryId().value(), used.amount()));
            case PaymentUseForRecoveryReversed reversed -> List.of(movement(reversed, reversed.accountId(),
                    MovementKind.RECOVERY, reversed.recoveryId().value(), reversed.amount().negated()));
            case SmallDifferenceTaken kept -> List.of(movement(kept, kept.accountId(), MovementKind.SMALL_DIFFERENCE,
                    kept.allocationId().value(), kept.amount()));
            case PaymentHeldForFactor held -> List.of(movement(held, held.accountId(), MovementKind.HELD_FOR_FACTOR,
                    held.debtId().value(), held.amount()));
            case PaymentHeldForFactorReversed back -> List.of(movement(back, back.accountId(),
                    MovementKind.HELD_FOR_FACTOR, back.debtId().value(), back.amount().negated()));
            case SmallDifferenceGivenBack back -> List.of(movement(back, back.accountId(),
                    MovementKind.SMALL_DIFFERENCE, back.allocationId().value(), back.amount().negated()));
        };
    }

    private static List<Row> received(PaymentReceived received) {
        var id = received.paymentId().value();
        var account = received.accountId();
        var rows = Stream.<Row>of(
                new Row.Document(DocumentType.PAYMENT, id, received.reference(),
                        account == null ? null : account.value(), received.legalEntity().value(),
                        received.receivedDate(), received.amount()),
                new Row.Item(DocumentType.PAYMENT, id, 0, received.receivedDate(), null, null,
                        Objects.requireNonNullElse(received.valueDate(), received.receivedDate())),
                movement(received, account,
                        received.opening() == null ? MovementKind.RECEIVED : MovementKind.OPENING, null,
                        received.amount().negated()));
        return Stream.concat(rows, returnable(received)).toList();
    }

    private static Stream<Row> returnable(PaymentReceived received) {
        var account = received.accountId();
        return switch (received.method()) {
            case DIRECT_DEBIT, CHEQUE -> Stream.of(new Row.ReturnablePayment(received.paymentId().value(),
                    account == null ? null : account.value(),
                    Objects.requireNonNullElse(received.valueDate(), received.receivedDate())));
            default -> Stream.of();
        };
    }

    /** The receiving payment begins here: before, the books do not know it. Its cash keeps the day on which it came. */
    private static List<Row> transferred(PaymentTransferred given) {
        var to = given.toPaymentId().value();
        var rows = new ArrayList<Row>();
        rows.add(new Row.Document(DocumentType.PAYMENT, to, given.reference(), given.toAccountId().value(),
                given.legalEntity().value(), given.receivedDate(), given.amount()));
        rows.add(new Row.Item(DocumentType.PAYMENT, to, 0, given.receivedDate(), null, null, given.receivedDate()));
        rows.addAll(bothSides(given, given.toPaymentId(), given.toAccountId(), given.amount()));
        return List.copyOf(rows);
    }

    /** @param amount above zero when it leaves the event's own account */
    private static List<Row> bothSides(PaymentEvent event, PaymentId to, AccountId toAccount, Money amount) {
        return List.of(movement(event, event.accountId(), MovementKind.TRANSFERRED, to.value(), amount),
                new Row.Movement(toAccount.value(), event.legalEntity().value(), DocumentType.PAYMENT, to.value(), 0,
                        MovementKind.TRANSFERRED, event.paymentId().value(), amount.negated()));
    }

    private static Settlement settlement(PaymentEvent event, String allocation) {
        return new Settlement(DocumentType.PAYMENT, event.paymentId().value(), MovementKind.CASH, event, allocation);
    }

    private static Row movement(PaymentEvent event, @Nullable AccountId account, MovementKind kind,
            @Nullable String reference, Money amount) {
        return new Row.Movement(account == null ? null : account.value(), event.legalEntity().value(),
                DocumentType.PAYMENT, event.paymentId().value(), 0, kind, reference, amount);
    }
}
