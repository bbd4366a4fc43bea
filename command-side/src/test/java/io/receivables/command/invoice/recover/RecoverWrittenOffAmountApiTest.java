package io.receivables.command.invoice.recover;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoverWrittenOffAmountApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void withoutWriteOffThereIsNothingToRecover() {
        recover(book.invoice("100.00"), "1.00", null).expect(422, "NOTHING_WRITTEN_OFF");
    }

    @Test
    void moreThanWasWrittenOffIsRefusedWithTheNumbers() {
        var refused = recover(writtenOff("100.00"), "100.01", null).expect(422, "RECOVERY_EXCEEDS_WRITTEN_OFF");
        assertThat(refused.at("/detail")).contains("100.01 EUR", "100.00 EUR");
    }

    @Test
    void anUnknownPaymentIsRefused() {
        recover(writtenOff("100.00"), "1.00", Book.id("NONE")).expect(404, "PAYMENT_NOT_FOUND");
    }

    @Test
    void aPaymentOfAnotherAccountIsRefused() {
        var other = Book.open();
        recover(writtenOff("100.00"), "1.00", other.payment("10.00")).expect(422, "ACCOUNT_MISMATCH");
    }

    @Test
    void aPaymentWithoutThatMuchCashIsRefused() {
        recover(writtenOff("100.00"), "10.01", book.payment("10.00")).expect(422, "ALLOCATION_EXCEEDS_UNALLOCATED");
    }

    @Test
    void anUnknownRecoveryIsRefused() {
        reverse(writtenOff("100.00"), Book.id("R")).expect(404, "RECOVERY_NOT_FOUND");
    }

    @Test
    void cashOfItsOwnIsRecovered() {
        var invoice = writtenOff("100.00");
        var answer = recover(invoice, "40.00", null).expect(201);
        assertThat(answer.at("/amount/amount")).isEqualTo("40.00");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        var id = answer.at("/recoveryId");
        reverse(invoice, id).expect(200);
        reverse(invoice, id).expect(409, "RECOVERY_ALREADY_REVERSED");
    }

    @Test
    void cashOfAPaymentIsUsedAndGivenBack() {
        var invoice = writtenOff("100.00");
        var payment = book.payment("60.00");
        var recovery = recover(invoice, "40.00", payment).expect(201);
        assertThat(recovery.at("/paymentId")).isEqualTo(payment);
        reversePayment(payment).expect(409, "PAYMENT_USED_FOR_RECOVERY");
        recover(invoice, "20.01", payment).expect(422, "ALLOCATION_EXCEEDS_UNALLOCATED");
        assertThat(reverse(invoice, recovery.at("/recoveryId")).expect(200).at("/reversedDate"))
                .isEqualTo("2026-04-01");
        assertThat(reversePayment(payment).expect(200).at("/allocatedAmount/amount")).isEqualTo("0.00");
    }

    @Test
    void theWriteOffUnderARecoveryStays() {
        var invoice = book.invoice("100.00");
        book.limits("100.00", "0.00");
        var writeOff = writeOff(invoice).at("/writeOffId");
        recover(invoice, "0.01", null).expect(201);
        api.post("/v1/write-offs/" + writeOff + "/reversal", "{'reason':'error','effectiveDate':'2026-04-01'}")
                .expect(409, "WRITE_OFF_RECOVERED");
    }

    private String writtenOff(String total) {
        book.limits(total, "0.00");
        var invoice = book.invoice(total);
        writeOff(invoice);
        return invoice;
    }

    private Api.Answer writeOff(String invoice) {
        return api.post("/v1/invoices/" + invoice + "/write-offs",
                "{'reason':'insolvency','effectiveDate':'2026-02-01'}").expect(201);
    }

    private Api.Answer recover(String invoice, String amount, @Nullable String payment) {
        return api.post("/v1/invoices/" + invoice + "/recoveries", "{'amount':%s,%s'effectiveDate':'2026-03-01'}"
                .formatted(Book.eur(amount), payment == null ? "" : "'paymentId':'" + payment + "',"));
    }

    private Api.Answer reverse(String invoice, String recovery) {
        return api.post("/v1/invoices/" + invoice + "/recoveries/" + recovery + "/reversal",
                "{'reason':'error','effectiveDate':'2026-04-01'}");
    }

    private Api.Answer reversePayment(String payment) {
        return api.post("/v1/payments/" + payment + "/reversal", "{'reason':'returned','effectiveDate':'2026-04-01'}");
    }
}
