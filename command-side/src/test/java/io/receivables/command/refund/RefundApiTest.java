package io.receivables.command.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A refund from its request over its approval and payout to its return. */
class RefundApiTest {

    private final Book book = Book.open();
    private final Api cash = Api.as("cash", Role.CASH_APPLIER);
    private final Api controller = Api.as("controller", Role.CONTROLLER);

    @Test
    void moreThanIsUnallocatedIsRefusedWithTheNumbers() {
        var refused = request("payments", book.payment("100.00"), "100.01").expect(422, "REFUND_EXCEEDS_UNALLOCATED");
        assertThat(refused.at("/detail")).contains("100.01 EUR", "100.00 EUR");
    }

    @Test
    void anUnidentifiedPaymentIsNotRefunded() {
        var id = Book.id("P");
        cash.post("/v1/payments",
                """
                        {'paymentId':'%s','legalEntity':'%s','amount':%s,'receivedDate':'2026-01-20','method':'BANK_TRANSFER'}"""
                        .formatted(id, book.entity, Book.eur("10.00")))
                .expect(201);
        request("payments", id, "1.00").expect(409, "PAYMENT_UNIDENTIFIED");
    }

    @Test
    void anUnknownRefundIsRefused() {
        for (var action : List.of("approval", "rejection", "payout", "reversal")) {
            act(controller, Book.id("RF"), action).expect(404, "REFUND_NOT_FOUND");
        }
    }

    @Test
    void anotherEntitysRefundIsNotThere() {
        var id = request("payments", book.payment("100.00"), "10.00").at("/refundId");
        var stranger = Api.of(TestIdentity.token("stranger", List.of(Role.CONTROLLER), List.of("DE99")));
        for (var action : List.of("approval", "rejection", "payout", "reversal")) {
            act(stranger, id, action).expect(404, "REFUND_NOT_FOUND");
        }
    }

    @Test
    void aPayoutInTheFutureIsRefused() {
        book.limits("0.00", "10.00");
        var id = request("payments", book.payment("100.00"), "10.00").at("/refundId");
        cash.post("/v1/refunds/" + id + "/payout", "{'paidDate':'2199-01-01'}").expect(422, "DATE_IN_FUTURE");
    }

    @Test
    void withoutPolicyTheSecondPersonAgrees() {
        var payment = book.payment("100.00");
        var asked = request("payments", payment, "40.00").expect(201);
        var id = asked.at("/refundId");
        assertThat(asked.at("/status")).isEqualTo("PENDING");
        assertThat(asked.at("/paymentId")).isEqualTo(payment);
        assertThat(asked.headers().firstValue("Location")).contains("/v1/refunds/" + id);
        act(cash, id, "payout").expect(409, "REFUND_NOT_APPROVED");
        act(Api.as("cash", Role.CONTROLLER), id, "approval").expect(403, "APPROVER_IS_REQUESTER");
        reversePayment(payment).expect(409, "PAYMENT_REFUNDED");
        assertThat(act(controller, id, "approval").expect(200).at("/approvedBy")).isEqualTo("controller");
        act(controller, id, "rejection").expect(409, "REFUND_NOT_PENDING");
        var paid = act(cash, id, "payout").expect(200);
        assertThat(paid.at("/status")).isEqualTo("PAID");
        assertThat(paid.at("/paidDate")).isEqualTo("2026-02-10");
        reversePayment(payment).expect(409, "PAYMENT_REFUNDED");
        assertThat(act(cash, id, "reversal").expect(200).at("/status")).isEqualTo("REVERSED");
        act(cash, id, "reversal").expect(409, "REFUND_NOT_PAID");
    }

    @Test
    void withinTheLimitItIsApprovedAtOnce() {
        book.limits("0.00", "40.00");
        var answer = request("credit-notes", book.creditNote("100.00"), "40.00").expect(201);
        assertThat(answer.at("/status")).isEqualTo("APPROVED");
        assertThat(answer.body().has("approvedBy")).isFalse();
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
    }

    @Test
    void aRejectedRefundFreesTheMoney() {
        var creditNote = book.creditNote("100.00");
        var id = request("credit-notes", creditNote, "100.00").expect(201).at("/refundId");
        request("credit-notes", creditNote, "0.01").expect(422, "REFUND_EXCEEDS_UNALLOCATED");
        act(controller, id, "rejection").expect(200);
        // Free again from today on, and not before: the refund is dated earlier.
        request("credit-notes", creditNote, "100.00").expect(422, "NOT_AVAILABLE_AT_DATE");
    }

    @Test
    void racersNeverRefundTheSameMoneyTwice() {
        var payment = book.payment("100.00");
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> request("payments", payment, "60.00").status())
                .toList();
        assertThat(statuses).containsOnlyOnce(201);
        request("payments", payment, "40.00").expect(201);
    }

    @Test
    void moreThanWasAllocatedIsNotReopened() {
        var invoice = book.invoice("100.00");
        var payment = paid(invoice, "60.00");
        var refused = reopen(payment, invoice, "60.01").expect(422, "REOPEN_EXCEEDS_ALLOCATED");
        assertThat(refused.at("/detail")).contains("60.01 EUR", "60.00 EUR");
    }

    @Test
    void aPartOfAnAllocationIsReopened() {
        var invoice = book.invoice("100.00");
        var payment = paid(invoice, "60.00");
        reopen(payment, invoice, "25.00").expect(201);
        // 65.00 of the invoice are open again, and no more.
        var other = book.payment("100.00");
        allocate(other, invoice, "65.01").expect(422, "ALLOCATION_EXCEEDS_OPEN");
        allocate(other, invoice, "65.00").expect(201);
        // Nothing of the payment is left: 35.00 stay allocated, 25.00 are set aside.
        request("payments", payment, "0.01").expect(422, "REFUND_EXCEEDS_UNALLOCATED");
    }

    private String paid(String invoice, String amount) {
        var payment = book.payment(amount);
        cash.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-25'}".formatted(invoice, Book.eur(amount)))
                .expect(201);
        return payment;
    }

    private Api.Answer allocate(String payment, String invoice, String amount) {
        return cash.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-05'}".formatted(invoice, Book.eur(amount)));
    }

    private Api.Answer reopen(String payment, String invoice, String amount) {
        return cash.post("/v1/payments/" + payment + "/refunds", """
                {'amount':%s,'reason':'paid twice','effectiveDate':'2026-02-01',
                 'reopen':[{'invoiceId':'%s','amount':%s}]}""".formatted(Book.eur(amount), invoice, Book.eur(amount)));
    }

    private Api.Answer request(String kind, String id, String amount) {
        return cash.post("/v1/" + kind + "/" + id + "/refunds",
                "{'amount':%s,'reason':'paid twice','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount)));
    }

    private static Api.Answer act(Api who, String id, String action) {
        return who.post("/v1/refunds/" + id + "/" + action, action.equals("payout")
                ? "{'paidDate':'2026-02-10','reference':'SEPA-1'}"
                : "{'reason':'looked at it'}");
    }

    private Api.Answer reversePayment(String payment) {
        return cash.post("/v1/payments/" + payment + "/reversal", "{'reason':'returned','effectiveDate':'2026-03-01'}");
    }
}
