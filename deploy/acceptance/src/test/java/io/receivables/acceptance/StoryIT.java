package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What each command does, told in calls. In paths and bodies {@code ~} stands for the prefix that makes an id this
 * test's own, and single quotes for double ones. {@code shows} asks for the resource and expects what the command
 * answered; every aged balance is checked to add up and to tie to the movements.
 */
@SuppressWarnings("NullAway.Init")
class StoryIT {

    private static int books;
    private Book book;
    private Api clerk;
    private Api boss;

    @BeforeEach
    void openAnAccount() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        boss = Standalone.shared().asSubject("boss", "controller");
        book = Book.open(clerk, "STORY" + ++books);
        book.account("C1");
    }

    @Test
    void aLegalEntityIsRegisteredAndChanged() {
        var path = "/v1/legal-entities/" + book.id("E");
        var registered = clerk.put(path, json("""
                {'name':'Example SAS','country':'FR','timeZone':'Europe/Paris','baseCurrency':'EUR','siren':'732829320'}
                """));
        assertThat(registered.status()).isEqualTo(201);
        shows(path, registered);
        var renamed = clerk.put(path, json("""
                {'name':'Exemple SAS','country':'FR','timeZone':'Europe/Paris','baseCurrency':'EUR','siren':'732829320'}
                """));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(shows(path, renamed).text("/name")).isEqualTo("Exemple SAS");
        clerk.put(path, json("""
                {'name':'Exemple SAS','country':'FR','timeZone':'Europe/Paris','baseCurrency':'USD'}"""))
                .refused(409, "BASE_CURRENCY_FIXED");
    }

    @Test
    void anAccountIsOpenedForACustomerOfAnEntity() {
        var opened = post("/v1/customer-accounts", """
                {'accountId':'~C2','customerId':'~CUST','name':'Customer two','legalEntity':'%s','currency':'EUR',
                 'terms':{'netDays':30,'endOfMonth':'NET_THEN_END'},'effectiveDate':'2024-01-01'}"""
                .formatted(book.entity())).created();
        shows("/v1/customer-accounts/~C2", opened);
        assertThat(opened.amount("balance")).isEqualTo("0.00");
        clerk.post("/v1/customer-accounts", json("""
                {'customerId':'X','name':'X','legalEntity':'~NOBODY','currency':'EUR','effectiveDate':'2024-01-01'}"""))
                .refused(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void termsDecideWhenAnInvoiceIsDueFromTheirDateOn() {
        var changed = book.seen(clerk.put(path("/v1/customer-accounts/~C1/terms"), json("""
                {'terms':{'netDays':45,'endOfMonth':'NET_THEN_END'},'effectiveDate':'2024-02-01'}""")));
        var account = book.get(path("/v1/customer-accounts/~C1")).ok();
        assertThat(account.json().path("terms")).isEqualTo(changed.json().path("terms"));
        assertThat(account.version()).isEqualTo(changed.version());
        var before = post("/v1/invoices", """
                {'invoiceId':'~I1','invoiceNumber':'~I1','accountId':'~C1','issueDate':'2024-01-31',
                 'total':{'amount':'10','currency':'EUR'}}""");
        assertThat(before.text("/instalments/0/dueDate")).isEqualTo("2024-03-01");
        var after = post("/v1/invoices", """
                {'invoiceId':'~I2','invoiceNumber':'~I2','accountId':'~C1','issueDate':'2024-02-01',
                 'total':{'amount':'10','currency':'EUR'}}""");
        assertThat(after.text("/instalments/0/dueDate")).isEqualTo("2024-03-31");
    }

    @Test
    void anInvoiceIsMadeOfLinesWithTheirTax() {
        var issued = post("/v1/invoices", """
                {'invoiceId':'~I1','invoiceNumber':'~2024/1','accountId':'~C1','issueDate':'2024-01-10',
                 'dueDate':'2024-02-09','supplyDate':'2024-01-08','lines':[
                   {'description':'Machine','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'20.00'},
                   {'description':'Book','netAmount':{'amount':'50.00','currency':'EUR'},'taxRate':'5.50'}]}""")
                .created();
        assertThat(issued.amount("total")).isEqualTo("172.75");
        assertThat(issued.text("/status")).isEqualTo("OPEN");
        shows("/v1/invoices/~I1", issued);
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("0.00 | 172.75 0.00 0.00 0.00 | 0.00 = 172.75");
    }

    @Test
    void anInvoiceMayFallDueInParts() {
        var issued = post("/v1/invoices", """
                {'invoiceId':'~I1','invoiceNumber':'~I1','accountId':'~C1','issueDate':'2024-01-10',
                 'total':{'amount':'100.00','currency':'EUR'},'instalments':[
                   {'dueDate':'2024-02-10','amount':{'amount':'40.00','currency':'EUR'}},
                   {'dueDate':'2024-03-10','amount':{'amount':'60.00','currency':'EUR'}}]}""").created();
        shows("/v1/invoices/~I1", issued);
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("60.00 | 40.00 0.00 0.00 0.00 | 0.00 = 100.00");
    }

    @Test
    void anInvoiceThatNothingStandsAgainstIsCancelled() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.invoice("I2", "C1", "2024-01-10", "2024-02-09", "50.00");
        book.payment("P1", "C1", "2024-01-20", "10.00", Map.of("I2", "10.00"));
        var cancelled = post("/v1/invoices/~I1/cancellation", "{'reason':'sent twice','effectiveDate':'2024-02-20'}");
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        shows("/v1/invoices/~I1", cancelled);
        assertThat(book.line("C1", "2024-02-19")).isEqualTo("0.00 | 140.00 0.00 0.00 0.00 | 0.00 = 140.00");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 0.00 = 40.00");
        clerk.post(path("/v1/invoices/~I2/cancellation"), Book.reason("no", "2024-02-20"))
                .refused(409, "HAS_ALLOCATIONS");
    }

    @Test
    void aPaymentSettlesWhatItNames() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var paid = post("/v1/payments", """
                {'paymentId':'~P1','accountId':'~C1','amount':{'amount':'120.00','currency':'EUR'},
                 'receivedDate':'2024-02-20','valueDate':'2024-02-21','method':'BANK_TRANSFER','reference':'I1',
                 'allocations':[{'invoiceId':'~I1','amount':{'amount':'100.00','currency':'EUR'}}]}""").created();
        assertThat(paid.amount("unallocatedAmount")).isEqualTo("20.00");
        shows("/v1/payments/~P1", paid);
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 20.00 = -20.00");
    }

    @Test
    void aPaymentInTimeEarnsTheDiscountOfTheTerms() {
        book.seen(clerk.put(path("/v1/customer-accounts/~C1/terms"),
                json("""
                        {'terms':{'netDays':30,'discount':{'percent':'2.00','withinDays':10}},'effectiveDate':'2024-01-01'}""")));
        var issued = post("/v1/invoices", """
                {'invoiceId':'~I1','invoiceNumber':'~I1','accountId':'~C1','issueDate':'2024-01-10',
                 'total':{'amount':'1000.00','currency':'EUR'}}""");
        assertThat(issued.text("/discount/until")).isEqualTo("2024-01-20");
        var part = book.payment("P1", "C1", "2024-01-20", "490.00", Map.of("I1", "490.00"));
        assertThat(part.text("/allocations/0/discount/amount")).isEqualTo("10.00");
        shows("/v1/payments/~P1", part);
        var late = book.payment("P2", "C1", "2024-01-21", "490.00", Map.of("I1", "490.00"));
        assertThat(late.text("/allocations/0/discount/amount")).isEqualTo("0.00");
        assertThat(book.line("C1", "2024-01-21")).isEqualTo("10.00 | 0.00 0.00 0.00 0.00 | 0.00 = 10.00");
    }

    @Test
    void aPaymentIsAllocatedLaterAndTheAllocationTakenBack() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        shows("/v1/payments/~P1", book.payment("P1", "C1", "2024-02-01", "100.00"));
        var allocated = book.allocate("P1", "I1", "70.00", "2024-02-20");
        shows("/v1/payments/~P1", allocated);
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 30.00 0.00 0.00 0.00 | 30.00 = 0.00");
        var undone = book.undo("P1", allocated.text("/allocationId"), "2024-03-01");
        shows("/v1/payments/~P1", undone);
        assertThat(undone.text("/allocations/0/reversedDate")).isEqualTo("2024-03-01");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00 = 0.00");
    }

    @Test
    void aPaymentOfNobodyKnowsWhomIsIdentified() {
        var received = post("/v1/payments", """
                {'paymentId':'~P1','legalEntity':'%s','amount':{'amount':'80.00','currency':'EUR'},
                 'receivedDate':'2024-02-01','method':'CHEQUE'}""".formatted(book.entity())).created();
        shows("/v1/payments/~P1", received);
        assertThat(book.aged("2024-02-10").text("/unidentified")).isEqualTo("80.00");
        assertThat(book.line("C1", "2024-02-10")).isEqualTo("nothing");
        var identified = post("/v1/payments/~P1/identification", "{'accountId':'~C1','effectiveDate':'2024-02-05'}");
        shows("/v1/payments/~P1", identified);
        assertThat(book.aged("2024-02-04").text("/unidentified")).isEqualTo("80.00");
        assertThat(book.aged("2024-02-05").text("/unidentified")).isEqualTo("0.00");
        assertThat(book.line("C1", "2024-02-05")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 80.00 = -80.00");
    }

    @Test
    void aPaymentThatTheBankTakesBackOpensWhatItSettled() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-01", "130.00", Map.of("I1", "100.00"));
        var returned = book.returned("P1", "2024-02-15");
        assertThat(returned.json().path("reversed").asBoolean()).isTrue();
        shows("/v1/payments/~P1", returned);
        assertThat(book.invoice("I1").text("/status")).isEqualTo("OPEN");
        assertThat(book.line("C1", "2024-02-14")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 30.00 = -30.00");
        assertThat(book.line("C1", "2024-02-15")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
    }

    @Test
    void aCreditNoteSettlesInvoicesAndItsRestWaits() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var issued = post("/v1/credit-notes", """
                {'creditNoteId':'~N1','creditNoteNumber':'~N1','accountId':'~C1','issueDate':'2024-02-20',
                 'lines':[{'description':'Returned','netAmount':{'amount':'50.00','currency':'EUR'},'taxRate':'20.00'}],
                 'reason':'returned goods','relatesTo':['~I1'],
                 'allocations':[{'invoiceId':'~I1','amount':{'amount':'45.00','currency':'EUR'}}]}""").created();
        assertThat(issued.amount("total")).isEqualTo("60.00");
        shows("/v1/credit-notes/~N1", issued);
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 55.00 0.00 0.00 0.00 | 15.00 = 40.00");
        var more = post("/v1/credit-notes/~N1/allocations", """
                {'invoiceId':'~I1','amount':{'amount':'15.00','currency':'EUR'},'effectiveDate':'2024-02-25'}""");
        shows("/v1/credit-notes/~N1", more);
        assertThat(book.line("C1", "2024-02-25")).isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 0.00 = 40.00");
        clerk.post(path("/v1/credit-notes/~N1/cancellation"), Book.reason("no", "2024-02-26"))
                .refused(409, "HAS_ALLOCATIONS");
        var undone = post("/v1/credit-notes/~N1/allocations/" + more.text("/allocationId") + "/reversal", """
                {'reason':'wrong invoice','effectiveDate':'2024-02-27'}""");
        shows("/v1/credit-notes/~N1", undone);
        assertThat(book.invoice("I1").amount("amountCredited")).isEqualTo("45.00");
    }

    @Test
    void aCreditNoteThatNothingStandsAgainstIsCancelled() {
        book.creditNote("N1", "C1", "2024-02-20", "60.00", Map.of());
        var cancelled = post("/v1/credit-notes/~N1/cancellation", "{'reason':'wrong','effectiveDate':'2024-02-25'}");
        assertThat(cancelled.json().path("cancelled").asBoolean()).isTrue();
        shows("/v1/credit-notes/~N1", cancelled);
        assertThat(book.line("C1", "2024-02-24")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 60.00 = -60.00");
        assertThat(book.line("C1", "2024-02-25")).isEqualTo("nothing");
    }

    @Test
    void aRefundIsAskedForApprovedByAnotherPaidAndReturned() {
        book.payment("P1", "C1", "2024-02-01", "50.00");
        var asked = post("/v1/payments/~P1/refunds", """
                {'amount':{'amount':'30.00','currency':'EUR'},'reason':'paid twice','effectiveDate':'2024-02-10'}""")
                .created();
        var refund = "/v1/refunds/" + asked.text("/refundId");
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        shows(refund, asked);
        var payment = book.get(path("/v1/payments/~P1")).ok();
        assertThat(payment.amount("unallocatedAmount")).isEqualTo("20.00");
        assertThat(payment.amount("refundPending")).isEqualTo("30.00");
        clerk.post(refund + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        clerk.post(refund + "/payout", "{\"paidDate\":\"2024-02-20\"}").refused(409, "REFUND_NOT_APPROVED");
        var approved = boss.post(refund + "/approval", "{\"reason\":\"checked\"}");
        assertThat(shows(refund, approved).text("/approvedBy")).isEqualTo("boss");
        var paid = post(refund + "/payout", "{'paidDate':'2024-02-20','reference':'SEPA 1'}");
        assertThat(shows(refund, paid).text("/status")).isEqualTo("PAID");
        assertThat(book.line("C1", "2024-02-19")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 50.00 = -50.00");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 20.00 = -20.00");
        clerk.post(path("/v1/payments/~P1/reversal"), Book.reason("no", "2024-03-01")).refused(409, "PAYMENT_REFUNDED");
        var returned = post(refund + "/reversal", "{'reason':'account closed','effectiveDate':'2024-02-25'}");
        assertThat(shows(refund, returned).text("/status")).isEqualTo("REVERSED");
        assertThat(book.line("C1", "2024-02-25")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 50.00 = -50.00");
    }

    @Test
    void aRefundThatIsRejectedGivesTheMoneyFree() {
        book.creditNote("N1", "C1", "2024-02-01", "50.00", Map.of());
        var asked = post("/v1/credit-notes/~N1/refunds", """
                {'amount':{'amount':'50.00','currency':'EUR'},'reason':'wanted','effectiveDate':'2024-02-10'}""");
        var refund = "/v1/refunds/" + asked.text("/refundId");
        var rejected = boss.post(refund + "/rejection", "{\"reason\":\"will buy again\"}");
        assertThat(shows(refund, rejected).text("/status")).isEqualTo("REJECTED");
        var note = book.get(path("/v1/credit-notes/~N1")).ok();
        assertThat(note.amount("unallocatedAmount")).isEqualTo("50.00");
        boss.post(refund + "/approval", "{}").refused(409, "REFUND_NOT_PENDING");
    }

    @Test
    void aSmallWriteOffIsApprovedAtOnceWithinThePolicy() {
        book.seen(clerk.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','approvals':{'writeOffLimit':{'amount':'5.00','currency':'EUR'},
                 'refundLimit':{'amount':'0.00','currency':'EUR'}}}""")));
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-20", "95.00", Map.of("I1", "95.00"));
        var writtenOff = post("/v1/invoices/~I1/write-offs", "{'reason':'small rest','effectiveDate':'2024-03-01'}")
                .created();
        assertThat(writtenOff.text("/status")).isEqualTo("APPROVED");
        assertThat(writtenOff.amount("amount")).isEqualTo("5.00");
        shows("/v1/write-offs/" + writtenOff.text("/writeOffId"), writtenOff);
        assertThat(book.line("C1", "2024-02-29")).isEqualTo("0.00 | 5.00 0.00 0.00 0.00 | 0.00 = 5.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("nothing");
    }

    @Test
    void aLargeWriteOffNeedsSomebodyElse() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var asked = post("/v1/invoices/~I1/write-offs",
                """
                        {'reason':'insolvent','effectiveDate':'2024-03-01','taxRelief':true,'evidence':[{'name':'judgment.pdf',
                         'sha256':'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','reference':'RG 24/1'}]}""");
        var writeOff = "/v1/write-offs/" + asked.text("/writeOffId");
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        shows(writeOff, asked);
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
        clerk.post(writeOff + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        shows(writeOff, boss.post(writeOff + "/approval", "{}"));
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("nothing");
        assertThat(book.invoice("I1").text("/status")).isEqualTo("WRITTEN_OFF");
        var reversed = post(writeOff + "/reversal", "{'reason':'not insolvent','effectiveDate':'2024-04-01'}");
        assertThat(shows(writeOff, reversed).text("/status")).isEqualTo("REVERSED");
        assertThat(book.line("C1", "2024-04-01")).isEqualTo("0.00 | 0.00 100.00 0.00 0.00 | 0.00 = 100.00");
    }

    @Test
    void aWriteOffThatIsRejectedChangesNothing() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var asked = post("/v1/invoices/~I1/write-offs", "{'reason':'old','effectiveDate':'2024-03-01'}");
        var writeOff = "/v1/write-offs/" + asked.text("/writeOffId");
        var rejected = boss.post(writeOff + "/rejection", "{\"reason\":\"ask again\"}");
        assertThat(shows(writeOff, rejected).text("/status")).isEqualTo("REJECTED");
        assertThat(book.invoice("I1").amount("amountDue")).isEqualTo("100.00");
        boss.post(writeOff + "/approval", "{}").refused(409, "WRITE_OFF_NOT_PENDING");
    }

    @Test
    void anApprovalIsRefusedWhenLessIsOpenByThen() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var asked = post("/v1/invoices/~I1/write-offs", "{'reason':'old','effectiveDate':'2024-03-01'}");
        book.payment("P1", "C1", "2024-03-05", "1.00", Map.of("I1", "1.00"));
        boss.post("/v1/write-offs/" + asked.text("/writeOffId") + "/approval", "{}").refused(409, "LESS_IS_OPEN");
    }

    @Test
    void moneyForAWrittenOffInvoiceIsARecovery() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        var asked = post("/v1/invoices/~I1/write-offs", "{'reason':'gone','effectiveDate':'2024-03-01'}");
        book.seen(boss.post("/v1/write-offs/" + asked.text("/writeOffId") + "/approval", "{}"));
        var recovered = post("/v1/invoices/~I1/recoveries", """
                {'amount':{'amount':'60.00','currency':'EUR'},'effectiveDate':'2024-05-01','reference':'bailiff'}""")
                .created();
        var invoice = book.invoice("I1");
        assertThat(invoice.amount("amountRecovered")).isEqualTo("60.00");
        assertThat(invoice.amount("amountDue")).isEqualTo("0.00");
        assertThat(invoice.version()).isEqualTo(recovered.version());
        clerk.post(path("/v1/invoices/~I1/recoveries"), json("""
                {'amount':{'amount':'40.01','currency':'EUR'},'effectiveDate':'2024-05-02'}"""))
                .refused(422, "RECOVERY_EXCEEDS_WRITTEN_OFF");
        book.payment("P1", "C1", "2024-05-03", "40.00");
        post("/v1/invoices/~I1/recoveries", """
                {'amount':{'amount':'40.00','currency':'EUR'},'effectiveDate':'2024-05-04','paymentId':'~P1'}""");
        assertThat(book.line("C1", "2024-05-03")).isEqualTo("0.00 | 0.00 0.00 0.00 0.00 | 40.00 = -40.00");
        assertThat(book.line("C1", "2024-05-04")).isEqualTo("nothing");
        post("/v1/invoices/~I1/recoveries/" + recovered.text("/recoveryId") + "/reversal", """
                {'reason':'not ours','effectiveDate':'2024-05-10'}""");
        assertThat(book.invoice("I1").amount("amountRecovered")).isEqualTo("40.00");
        assertThat(book.line("C1", "2024-05-10")).isEqualTo("nothing");
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
