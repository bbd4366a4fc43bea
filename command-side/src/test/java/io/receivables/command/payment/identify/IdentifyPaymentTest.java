package io.receivables.command.payment.identify;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.accountRow;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.identified;
import static io.receivables.command.testing.Fixtures.paymentReversed;
import static io.receivables.command.testing.Fixtures.receivedUnidentified;

import io.receivables.command.account.AccountRow;
import io.receivables.command.payment.Payment;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class IdentifyPaymentTest {
    private final StreamFixture<Payment> payment = StreamFixture.of(Payment.class, "payment/P1");

    @Test
    void anIdentifiedPaymentIsNotIdentifiedAgain() {
        payment.given(receivedUnidentified("100.00"), identified("100.00", "01-25"))
                .when(it -> it.identify(accountRow("C2", "EUR"), day("01-25")))
                .refused(ProblemCode.PAYMENT_ALREADY_IDENTIFIED, "C1");
    }

    @Test
    void aReversedPaymentIsNotIdentified() {
        payment.given(receivedUnidentified("100.00"), paymentReversed("100.00", "01-25"))
                .when(it -> it.identify(accountRow("C1", "EUR"), day("01-25")))
                .refused(ProblemCode.PAYMENT_REVERSED, "2026-01-25");
    }

    @Test
    void anAccountInAnotherCurrencyIsRefused() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.identify(accountRow("C1", "USD"), day("01-25")))
                .refused(ProblemCode.CURRENCY_MISMATCH);
    }

    @Test
    void anAccountOfAnotherEntityIsRefused() {
        var elsewhere = new AccountRow(ACCOUNT, new LegalEntityId("DE01"), Currency.getInstance("EUR"),
                ReceivableClass.TRADE, LocalDate.parse("2025-01-01"));
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.identify(elsewhere, day("01-25")))
                .refused(ProblemCode.ACCOUNT_MISMATCH, "DE01", "FR01");
    }

    @Test
    void aDateBeforeTheReceiptIsRefused() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.identify(accountRow("C1", "EUR"), day("01-19")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-01-20");
    }

    @Test
    void aDateBeforeTheAccountWasOpenedIsRefused() {
        var young = new AccountRow(ACCOUNT, ENTITY, Currency.getInstance("EUR"), ReceivableClass.TRADE, day("02-01"));
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.identify(young, day("01-25")))
                .refused(ProblemCode.BEFORE_ACCOUNT_OPENED, "2026-02-01");
    }

    @Test
    void theWholeAmountMovesToTheAccount() {
        payment.given(receivedUnidentified("100.00"))
                .when(it -> it.identify(accountRow("C1", "EUR"), day("01-25")))
                .then(identified("100.00", "01-25"));
    }
}
