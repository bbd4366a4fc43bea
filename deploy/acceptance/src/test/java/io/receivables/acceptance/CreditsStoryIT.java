package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of money that is in a customer's favour, told in calls: it is shown with its origin and age, settles several
 * invoices, goes back, goes to another account, or is kept when nobody claims it. In paths and bodies {@code ~} stands for
 * the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class CreditsStoryIT {

    private static int books;
    private Book book;
    private Api clerk;
    private Api boss;

    @BeforeEach
    void openTwoAccounts() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        boss = Standalone.shared().asSubject("boss", "controller");
        book = Book.open(clerk, "CREDITS" + ++books);
        book.account("C1");
        book.account("C2");
    }

    @Test
    void eachCreditHasItsOriginAndItsAge() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-01", "130.00", Map.of("I1", "100.00"));
        book.payment("P2", "C1", "2024-02-11", "50.00");
        book.creditNote("N1", "C1", "2024-02-21", "7.00", Map.of());
        var credit = book.get("/v1/credit-balances?asAt=2024-03-02&legalEntity=" + book.entity()).ok();
        assertThat(credit.text("/items/0/creditAmount/amount")).isEqualTo("87.00");
        assertThat(credit.json()
                .at("/items/0/origins")
                .valueStream()
                .map(origin -> origin.path("origin").asString()
                        + " " + origin.at("/amount/amount").asString() + " " + origin.path("daysOld").asInt()))
                .containsExactly("OVERPAYMENT 30.00 30", "PREPAYMENT 50.00 20", "CREDIT_NOTE 7.00 10");
    }

    @Test
    void aCreditNoteOverTwoRatesSettlesTwoInvoicesAndItsRestWaits() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "60.00");
        book.invoice("I2", "C1", "2024-01-15", "2024-02-14", "60.00");
        var note = post("/v1/credit-notes", """
                {'creditNoteId':'~N1','creditNoteNumber':'~N1','accountId':'~C1','issueDate':'2024-02-20','lines':[
                   {'description':'Machine','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'20.00'},
                   {'description':'Book','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'5.50'}],
                 'reason':'returned','relatesTo':['~I1','~I2'],'allocations':[
                   {'invoiceId':'~I1','amount':{'amount':'60.00','currency':'EUR'}},
                   {'invoiceId':'~I2','amount':{'amount':'60.00','currency':'EUR'}}]}""").created();
        assertThat(note.amount("total")).isEqualTo("225.50");
        assertThat(note.amount("unallocatedAmount")).isEqualTo("105.50");
        shows("/v1/credit-notes/~N1", note);
        assertThat(book.invoice("I1").text("/status")).isEqualTo("CREDITED");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 105.50 = -105.50");
    }

    /** A conversion of a credit is an allocation, never a discount on the next invoice (D#7593). */
    @Test
    void d7593ACreditThatPaysTheNextInvoiceIsAnAllocation() {
        book.payment("P1", "C1", "2024-01-05", "50.00");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.allocate("P1", "I1", "50.00", "2024-01-10");
        var invoice = book.invoice("I1");
        assertThat(invoice.amount("total")).isEqualTo("100.00");
        assertThat(invoice.amount("amountPaid")).isEqualTo("50.00");
        assertThat(invoice.amount("amountDiscounted")).isEqualTo("0.00");
        assertThat(book.line("C1", "2024-01-10")).isEqualTo("50.00 | 0.00 0.00 0.00 0.00 | 0.00 = 50.00");
    }

    @Test
    void cashThatWasMeantForAnotherAccountGoesThereInOneStep() {
        book.payment("P1", "C1", "2024-02-01", "100.00");
        book.invoice("I1", "C2", "2024-01-10", "2024-02-09", "60.00");
        var made = post("/v1/payments/~P1/transfers", """
                {'accountId':'~C2','amount':{'amount':'60.00','currency':'EUR'},'reason':'paid for a sister',
                 'effectiveDate':'2024-02-10'}""").created();
        shows("/v1/payments/~P1", made);
        var receiver = made.text("/transferId");
        assertThat(made.header("Location")).isEqualTo("/v1/payments/" + receiver);
        assertThat(book.line("C1", "2024-02-09")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 100.00 = -100.00");
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 40.00 = -40.00");
        assertThat(book.line("C2", "2024-02-10")).isEqualTo("0.00 | 60.00 0.00 0.00 0.00 | 60.00 = 0.00");
        assertThat(book.aged("2024-02-10").text("/totals/balance")).isEqualTo("-40.00");

        var settled = book.seen(clerk.post("/v1/payments/" + receiver + "/allocations", json("""
                {'invoiceId':'~I1','amount':{'amount':'60.00','currency':'EUR'},'effectiveDate':'2024-02-10'}""")));
        assertThat(settled.text("/transferredFrom/paymentId")).isEqualTo(book.id("P1"));
        assertThat(settled.text("/receivedDate")).isEqualTo("2024-02-01");
        assertThat(book.line("C2", "2024-02-10")).isEqualTo("nothing");
        var timeline = book.get(path("/v1/customer-accounts/~C2/timeline")).ok();
        assertThat(timeline.json().path("items").size()).isGreaterThan(2);
        assertThat(timeline.body()).contains("PaymentTransferred");

        clerk.post("/v1/payments/" + receiver + "/reversal", Book.reason("no", "2024-03-01"))
                .refused(409, "PAYMENT_IS_TRANSFER");
        var back = post("/v1/payments/~P1/transfers/" + receiver + "/reversal", """
                {'reason':'wrong sister','effectiveDate':'2024-03-01'}""");
        shows("/v1/payments/~P1", back);
        assertThat(book.line("C2", "2024-03-01")).isEqualTo("0.00 | 60.00 0.00 0.00 0.00 | 0.00 = 60.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 100.00 = -100.00");
    }

    @Test
    void cashNeverCrossesEntitiesCurrenciesOrWhatIsFree() {
        book.payment("P1", "C1", "2024-02-01", "100.00");
        var elsewhere = Book.open(clerk, "ELSEWHERE" + books);
        elsewhere.account("C9");
        transfer(elsewhere.id("C9"), "10.00").refused(422, "ACCOUNT_MISMATCH");
        transfer(book.id("C1"), "10.00").refused(422, "SAME_ACCOUNT");
        transfer(book.id("C2"), "100.01").refused(422, "TRANSFER_EXCEEDS_UNALLOCATED");
        transfer(book.id("NOBODY"), "10.00").refused(404, "ACCOUNT_NOT_FOUND");
    }

    /** A returned debit falls with all that it settled, each at the return date, and due dates stay (T13, KB adyen#77). */
    @Test
    void t13WhatTheBankTakesBackFallsWhereverItWent() {
        book.payment("P1", "C1", "2024-02-01", "100.00");
        book.invoice("I1", "C2", "2024-01-10", "2024-02-09", "60.00");
        var receiver = book.seen(transfer(book.id("C2"), "60.00")).text("/transferId");
        book.seen(clerk.post("/v1/payments/" + receiver + "/allocations", json("""
                {'invoiceId':'~I1','amount':{'amount':'60.00','currency':'EUR'},'effectiveDate':'2024-02-10'}""")));
        var returned = book.returned("P1", "2024-03-15");
        shows("/v1/payments/~P1", returned);
        assertThat(book.line("C2", "2024-03-14")).isEqualTo("nothing");
        assertThat(book.line("C2", "2024-03-15")).isEqualTo("0.00 | 0.00 60.00 0.00 0.00 | 0.00 = 60.00");
        assertThat(book.line("C1", "2024-03-15")).isEqualTo("nothing");
        assertThat(book.invoice("I1").text("/instalments/0/dueDate")).isEqualTo("2024-02-09");
    }

    @Test
    void aSmallCreditIsKeptAtOnceALargeOneWaitsForSomebodyElse() {
        limits("2.00", "");
        book.payment("P1", "C1", "2024-02-01", "50.00");
        var small = creditWriteOff("2.00").created();
        assertThat(small.text("/status")).isEqualTo("APPROVED");
        shows("/v1/credit-write-offs/" + small.text("/creditWriteOffId"), small);
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 48.00 = -48.00");

        var large = creditWriteOff("40.00").created();
        var path = "/v1/credit-write-offs/" + large.text("/creditWriteOffId");
        assertThat(large.text("/status")).isEqualTo("PENDING");
        shows(path, large);
        var payment = book.get(path("/v1/payments/~P1")).ok();
        assertThat(payment.amount("unallocatedAmount")).isEqualTo("8.00");
        assertThat(payment.amount("writeOffPending")).isEqualTo("40.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 48.00 = -48.00");
        assertThat(book.get("/v1/approvals?status=PENDING&legalEntity=" + book.entity()).text("/items/0/kind"))
                .isEqualTo("CREDIT_WRITE_OFF");
        clerk.post(path + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        shows(path, boss.post(path + "/approval", "{}"));
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 8.00 = -8.00");
        clerk.post(path("/v1/payments/~P1/reversal"), Book.reason("no", "2024-04-01"))
                .refused(409, "CREDIT_WRITTEN_OFF");

        var claimed = post(path + "/reversal", "{'reason':'the customer asks for it','effectiveDate':'2024-05-01'}");
        assertThat(shows(path, claimed).text("/status")).isEqualTo("REVERSED");
        assertThat(book.line("C1", "2024-05-01")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 48.00 = -48.00");
    }

    @Test
    void whatACustomerMayStillClaimIsNoIncome() {
        limits("100.00", ",'writeOffs':{'unclaimedCreditYears':5,'source':'C. com. L110-4'}");
        book.payment("P1", "C1", "2024-02-01", "50.00");
        var refused = creditWriteOff("50.00").refused(422, "CREDIT_NOT_LAPSED");
        assertThat(refused.text("/detail")).contains("2029-02-01", "0.00 EUR", "50.00 EUR");
    }

    @Test
    void aCreditWriteOffThatIsRejectedGivesTheMoneyFree() {
        book.creditNote("N1", "C1", "2024-02-01", "50.00", Map.of());
        var asked = post("/v1/credit-notes/~N1/credit-write-offs", """
                {'amount':{'amount':'50.00','currency':'EUR'},'reason':'old','effectiveDate':'2024-03-01'}""");
        var path = "/v1/credit-write-offs/" + asked.text("/creditWriteOffId");
        shows(path, boss.post(path + "/rejection", "{\"reason\":\"will buy again\"}"));
        assertThat(book.get(path("/v1/credit-notes/~N1")).ok().amount("unallocatedAmount")).isEqualTo("50.00");
        for (var late : List.of("/approval", "/rejection")) {
            boss.post(path + late, "{}").refused(409, "CREDIT_WRITE_OFF_NOT_PENDING");
        }
    }

    private void limits(String credit, String more) {
        book.seen(clerk.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','approvals':{'writeOffLimit':{'amount':'0.00','currency':'EUR'},
                 'refundLimit':{'amount':'0.00','currency':'EUR'},
                 'creditWriteOffLimit':{'amount':'%s','currency':'EUR'}}%s}""".formatted(credit, more))));
    }

    private Answer creditWriteOff(String amount) {
        return clerk.post(path("/v1/payments/~P1/credit-write-offs"), json("""
                {'amount':{'amount':'%s','currency':'EUR'},'reason':'unclaimed','effectiveDate':'2024-03-01'}"""
                .formatted(amount)));
    }

    private Answer transfer(String account, String amount) {
        return clerk.post(path("/v1/payments/~P1/transfers"), json("""
                {'accountId':'%s','amount':{'amount':'%s','currency':'EUR'},'reason':'paid for a sister',
                 'effectiveDate':'2024-02-10'}""".formatted(account, amount)));
    }

    private Answer post(String path, String body) {
        return book.seen(clerk.post(path(path), json(body)));
    }

    private Answer shows(String path, Answer command) {
        return book.shows(path(path), command);
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
