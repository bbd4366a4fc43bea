package io.receivables.command.payment.transfer;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.PAYMENT;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.accountRow;
import static io.receivables.command.testing.Fixtures.allocated;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static io.receivables.command.testing.Fixtures.identified;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.received;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;
import static io.receivables.command.testing.Fixtures.refundRequested;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.account.AccountRow;
import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.TransferOrigin;
import io.receivables.events.policy.DiscountRules.DateBasis;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class TransferPaymentTest {

    private static final PaymentId RECEIVER = new PaymentId("P2");

    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");
    private final StreamFixture<Payment> receiver = StreamFixture.of(Payment.class, "payment/P2");

    @Test
    void moreThanIsUnallocatedIsRefused() {
        payment.given(received("100.00"), allocated("A1", "60.00", "01-21"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "40.01", "01-25"))
                .refused(ProblemCode.TRANSFER_EXCEEDS_UNALLOCATED, "40.01 EUR", "40.00 EUR");
    }

    @Test
    void whatIsSetAsideForARefundIsNotTransferred() {
        payment.given(received("100.00"), refundRequested(CreditSource.of(PAYMENT), "70.00", "01-21"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "30.01", "01-25"))
                .refused(ProblemCode.TRANSFER_EXCEEDS_UNALLOCATED, "30.00 EUR");
    }

    @Test
    void nothingAndAnotherCurrencyAreRefused() {
        payment.given(received("100.00"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "0.00", "01-25"))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        payment.given(received("100.00"))
                .when(it -> it.planTransfer(RECEIVER, accountRow("C2", "EUR"), Money.of("1.00", "USD"), REASON,
                        day("01-25")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void itNeverLeavesTheCurrency() {
        payment.given(received("100.00"))
                .when(it -> transfer(it, accountRow("C2", "USD"), "10.00", "01-25"))
                .refused(ProblemCode.CURRENCY_MISMATCH, "100.00 EUR", "USD");
    }

    @Test
    void itNeverLeavesTheLegalEntity() {
        var elsewhere = new AccountRow(new AccountId("C9"), new LegalEntityId("DE01"), Currency.getInstance("EUR"),
                ReceivableClass.TRADE, day("01-01"));
        payment.given(received("100.00"))
                .when(it -> transfer(it, elsewhere, "10.00", "01-25"))
                .refused(ProblemCode.ACCOUNT_MISMATCH, "DE01", "FR01");
    }

    @Test
    void theSameAccountIsRefused() {
        payment.given(received("100.00"))
                .when(it -> transfer(it, accountRow("C1", "EUR"), "10.00", "01-25"))
                .refused(ProblemCode.SAME_ACCOUNT, "C1");
    }

    @Test
    void cashOfNobodyKnowsWhomIsRefused() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "10.00", "01-25"))
                .refused(ProblemCode.PAYMENT_UNIDENTIFIED);
        payment.given(receivedUnidentified("100.00"), identified("100.00", "01-28"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "10.00", "01-25"))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-01-28");
    }

    @Test
    void aReversedPaymentIsRefused() {
        payment.given(received("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "10.00", "01-25"))
                .refused(ProblemCode.PAYMENT_REVERSED);
    }

    @Test
    void unallocatedCashGoesToTheOtherAccount() {
        payment.given(received("100.00"))
                .when(it -> it.transfer(transfer(it, accountRow("C2", "EUR"), "40.00", "01-25")))
                .then(transferred("40.00", "01-25"))
                .shows(it -> assertThat(it.resource(null, 2).unallocatedAmount()).isEqualTo(eur("60.00")))
                .shows(it -> assertThat(it.resource(null, 2).transferredAmount()).isEqualTo(eur("40.00")))
                .shows(it -> assertThat(it.receivedBy(transferred("40.00", "01-25"))).isEqualTo(arrived("40.00")));
    }

    @Test
    void theReceivingPaymentKeepsTheDayOnWhichTheMoneyCame() {
        receiver.begins(() -> Payment.receive(arrived("40.00")))
                .then(arrived("40.00"))
                .shows(it -> assertThat(it.moneyDate(DateBasis.VALUE_DATE)).isEqualTo(day("01-20")))
                .shows(it -> assertThat(it.availableFrom()).isEqualTo(day("01-25")));
    }

    @Test
    void anUnknownOrReversedTransferIsNotTakenBack() {
        payment.given(received("100.00"))
                .when(it -> it.reverseTransfer(RECEIVER, REASON, day("01-30")))
                .refused(ProblemCode.TRANSFER_NOT_FOUND, "P2");
        payment.given(received("100.00"), transferred("40.00", "01-25"), transferReversed("40.00", "01-30"))
                .when(it -> it.reverseTransfer(RECEIVER, REASON, day("01-31")))
                .refused(ProblemCode.TRANSFER_ALREADY_REVERSED, "2026-01-30");
    }

    @Test
    void aTransferIsNotTakenBackBeforeItWasMade() {
        payment.given(received("100.00"), transferred("40.00", "01-25"))
                .when(it -> it.reverseTransfer(RECEIVER, REASON, day("01-24")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-25");
    }

    @Test
    void aTransferThatIsTakenBackIsFreeAgainFromThatDate() {
        payment.given(received("100.00"), transferred("40.00", "01-25"))
                .when(it -> it.reverseTransfer(RECEIVER, REASON, day("01-30")))
                .then(transferReversed("40.00", "01-30"))
                .shows(it -> assertThat(it.resource(null, 3).unallocatedAmount()).isEqualTo(eur("100.00")));
        payment.given(received("100.00"), transferred("40.00", "01-25"), transferReversed("40.00", "01-30"))
                .when(it -> transfer(it, accountRow("C2", "EUR"), "100.00", "01-29"))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "first possible date: 2026-01-30");
    }

    @Test
    void theReceivingPaymentIsNotReversedByItself() {
        receiver.given(arrived("40.00"))
                .when(it -> it.reverse(REASON, day("01-30")))
                .refused(ProblemCode.PAYMENT_IS_TRANSFER, "P1");
    }

    @Test
    void theReceivingPaymentReturnsWhatItGot() {
        receiver.given(arrived("40.00"))
                .when(it -> it.returnTransfer(REASON, day("01-30")))
                .then(new ReceivedTransferReversed(RECEIVER, new AccountId("C2"), ENTITY, PAYMENT, eur("40.00"), REASON,
                        day("01-30")))
                .shows(it -> assertThat(it.resource(null, 2).reversed()).isTrue());
    }

    private static PaymentTransferred transfer(Payment it, AccountRow account, String amount, String date) {
        return it.planTransfer(RECEIVER, account, eur(amount), REASON, day(date));
    }

    private static PaymentTransferred transferred(String amount, String date) {
        return new PaymentTransferred(PAYMENT, ACCOUNT, ENTITY, RECEIVER, new AccountId("C2"), eur(amount),
                day("01-20"), null, REASON, day(date));
    }

    private static PaymentTransferReversed transferReversed(String amount, String date) {
        return new PaymentTransferReversed(PAYMENT, ACCOUNT, ENTITY, RECEIVER, new AccountId("C2"), eur(amount), REASON,
                day(date));
    }

    private static PaymentReceived arrived(String amount) {
        return new PaymentReceived(RECEIVER, new AccountId("C2"), ENTITY, eur(amount), day("01-20"), null,
                PaymentMethod.BANK_TRANSFER, null, null, new TransferOrigin(PAYMENT, ACCOUNT, day("01-25")));
    }
}
