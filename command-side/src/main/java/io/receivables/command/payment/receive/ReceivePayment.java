package io.receivables.command.payment.receive;

import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.allocation.AutoAllocationWish;
import io.receivables.command.document.OpeningBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records money that came in.
 *
 * @param accountId null while nobody knows who paid; then the legal entity is given
 * @param autoAllocation how what is not named shall find what it settles; null leaves it unapplied
 */
record ReceivePayment(PaymentId paymentId, @Nullable AccountId accountId, @Nullable LegalEntityId legalEntity,
        Money amount, LocalDate receivedDate, @Nullable LocalDate valueDate, PaymentMethod method,
        @Nullable String reference, List<AllocationWish> allocations,
        @Nullable AutoAllocationWish autoAllocation, @Nullable Opening opening) implements Command {

    @Override
    public String target() {
        return StreamType.PAYMENT.streamId(paymentId);
    }

    @Override
    public LocalDate effectiveDate() {
        return Opening.effectiveDate(opening, receivedDate);
    }

    @Override
    public List<String> streams() {
        return AllocationWish.streams(target(), allocations);
    }

    @Override
    public String datePointer() {
        return OpeningBody.datePointer(opening, "/receivedDate");
    }
}
