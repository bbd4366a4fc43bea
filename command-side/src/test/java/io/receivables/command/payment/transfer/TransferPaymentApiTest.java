package io.receivables.command.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cash on its way between the accounts of a legal entity, and back again when it never was there. */
@SuppressWarnings("NullAway.Init")
class TransferPaymentApiTest {

    private final Book book = Book.open();
    private final Api cash = Api.as("cash", Role.CASH_APPLIER);
    private final Api controller = Api.as("controller", Role.CONTROLLER);
    private String other;
    private String payment;

    @BeforeEach
    void twoAccountsAndSomeCash() {
        other = Book.openAccount(book.entity, Book.id("C"), "EUR");
        payment = book.payment("100.00");
    }

    @AfterEach
    void theOpenItemsAreWhatTheFactsSay() {
        OpenItemsOfHistory.expectKept();
    }

    @Test
    void anUnknownAccountOrPaymentIsRefused() {
        transfer(payment, "NOBODY", "1.00").expect(404, "ACCOUNT_NOT_FOUND");
        transfer("NOTHING", other, "1.00").expect(404, "PAYMENT_NOT_FOUND");
        transfer(payment, Book.open().account, "1.00").expect(422, "ACCOUNT_MISMATCH");
        var refused = transfer(payment, Book.openAccount(book.entity, Book.id("C"), "USD"), "1.00")
                .expect(422, "CURRENCY_MISMATCH");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/accountId");
        reverse(payment, "P9").expect(404, "TRANSFER_NOT_FOUND");
    }

    @Test
    void theReceivingPaymentIsSpentAsAnyOther() {
        var made = transfer(payment, other, "40.00").expect(201);
        var id = made.at("/transferId");
        assertThat(made.headers().firstValue("Location")).contains("/v1/payments/" + id);
        assertThat(made.at("/unallocatedAmount/amount")).isEqualTo("60.00");
        assertThat(made.at("/transferredAmount/amount")).isEqualTo("40.00");
        var refund = cash.post("/v1/payments/" + id + "/refunds",
                "{'amount':%s,'reason':'asked','effectiveDate':'2026-02-01'}".formatted(Book.eur("40.01")));
        refund.expect(422, "REFUND_EXCEEDS_UNALLOCATED");
        cash.post("/v1/payments/" + id + "/reversal", reason("2026-03-01")).expect(409, "PAYMENT_IS_TRANSFER");
    }

    @Test
    void aTransferIsTakenBackOnce() {
        var id = transfer(payment, other, "40.00").expect(201).at("/transferId");
        assertThat(reverse(payment, id).expect(200).at("/unallocatedAmount/amount")).isEqualTo("100.00");
        reverse(payment, id).expect(409, "TRANSFER_ALREADY_REVERSED");
        cash.post("/v1/payments/" + id + "/refunds",
                "{'amount':%s,'reason':'asked','effectiveDate':'2026-03-02'}".formatted(Book.eur("1.00")))
                .expect(409, "PAYMENT_REVERSED");
    }

    @Test
    void whatBouncesFallsWhereverItWent() {
        var invoice = invoiceOf(other, "30.00");
        var first = transfer(payment, other, "40.00").expect(201).at("/transferId");
        allocate(first, invoice, "25.00").expect(201);
        var third = Book.openAccount(book.entity, Book.id("C"), "EUR");
        var second = transfer(first, third, "10.00").expect(201).at("/transferId");
        var bounced = cash.post("/v1/payments/" + payment + "/reversal", reason("2026-03-01")).expect(200);
        assertThat(bounced.at("/reversed")).isEqualTo("true");
        assertThat(bounced.at("/transfers/0/reversedDate")).isEqualTo("2026-03-01");
        allocate(second, invoice, "1.00").expect(409, "PAYMENT_REVERSED");
        // The invoice is owed in full again.
        controller.post("/v1/invoices/" + invoice + "/cancellation", reason("2026-03-01")).expect(200);
    }

    @Test
    void whatWasPaidOutMeanwhileHoldsThePaymentThatBounces() {
        book.limits("0.00", "50.00");
        var id = transfer(payment, other, "40.00").expect(201).at("/transferId");
        cash.post("/v1/payments/" + id + "/refunds",
                "{'amount':%s,'reason':'asked','effectiveDate':'2026-02-10'}".formatted(Book.eur("5.00"))).expect(201);
        cash.post("/v1/payments/" + payment + "/reversal", reason("2026-03-01")).expect(409, "PAYMENT_REFUNDED");
        reverse(payment, id).expect(409, "PAYMENT_REFUNDED");
    }

    private Api.Answer transfer(String from, String account, String amount) {
        return cash.post("/v1/payments/" + from + "/transfers",
                "{'accountId':'%s','amount':%s,'reason':'paid for a sister','effectiveDate':'2026-02-01'}"
                        .formatted(account, Book.eur(amount)));
    }

    private Api.Answer reverse(String from, String transfer) {
        return cash.post("/v1/payments/" + from + "/transfers/" + transfer + "/reversal", reason("2026-03-01"));
    }

    private Api.Answer allocate(String from, String invoice, String amount) {
        return cash.post("/v1/payments/" + from + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-05'}".formatted(invoice, Book.eur(amount)));
    }

    private String invoiceOf(String account, String total) {
        var id = Book.id("INV");
        controller.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-01','total':%3$s}"""
                .formatted(id, account, Book.eur(total))).expect(201);
        return id;
    }

    private static String reason(String date) {
        return "{'reason':'bounced','effectiveDate':'" + date + "'}";
    }
}
