package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a claim is lost, told in calls: doubtful first, then given up with reason, evidence and as many people as the policy
 * asks for, its tax taken back with the paper that the law asks for, and some of it recovered after all. In paths and bodies
 * {@code ~} stands for the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class WriteOffStoryIT {

    private static int books;
    private Book book;
    private Api clerk;
    private Api manager;
    private Api boss;
    private Api otherBoss;

    @BeforeEach
    void anInvoiceOfTwoRates() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        manager = Standalone.shared().asSubject("manager", "credit-manager");
        boss = Standalone.shared().asSubject("boss", "controller");
        otherBoss = Standalone.shared().asSubject("other-boss", "controller");
        book = Book.open(clerk, "LOSSES" + ++books);
        book.account("C1");
        post("/v1/invoices",
                """
                        {'invoiceId':'~I1','invoiceNumber':'~I1','accountId':'~C1','issueDate':'2024-01-10','dueDate':'2024-02-09',
                         'lines':[{'description':'Machine','netAmount':{'amount':'1000.00','currency':'EUR'},'taxRate':'20.00'},
                           {'description':'Repair','netAmount':{'amount':'100.00','currency':'EUR'},'taxRate':'10.00'}]}""");
    }

    @Test
    void aDoubtfulClaimStaysOwedAndKeepsItsAge() {
        var marked = post("/v1/invoices/~I1/doubtful", """
                {'reason':'safeguard procedure','effectiveDate':'2024-03-01'}""").created();
        assertThat(marked.amount("amount")).isEqualTo("1310.00");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 1310.00 0.00 0.00 0.00 | 0.00 = 1310.00");
        assertThat(doubtful("2024-02-29")).isEqualTo("0.00");
        assertThat(doubtful("2024-03-01")).isEqualTo("1310.00");
        // What is paid is not doubtful any more; what is open never is less than what is doubtful.
        book.payment("P1", "C1", "2024-03-10", "310.00", Map.of("I1", "310.00"));
        assertThat(doubtful("2024-03-10")).isEqualTo("1000.00");
        book.returned("P1", "2024-03-20");
        assertThat(doubtful("2024-03-20")).isEqualTo("1310.00");
        clerk.post(path("/v1/invoices/~I1/doubtful"), Book.reason("again", "2024-03-21"))
                .refused(422, "DOUBTFUL_EXCEEDS_OPEN");
        post("/v1/invoices/~I1/doubtful/" + marked.text("/doubtfulId") + "/release", """
                {'reason':'plan adopted','effectiveDate':'2024-04-01'}""");
        assertThat(doubtful("2024-04-01")).isEqualTo("0.00");
        assertThat(doubtful("2024-03-20")).isEqualTo("1310.00");
    }

    @Test
    void theLossIsGivenUpByTwoAndTheTaxTakenBackWithThePaper() {
        policy();
        clerk.post(path("/v1/invoices/~I1/write-offs"), json("""
                {'reason':'forgotten','effectiveDate':'2024-06-01'}""")).refused(422, "REASON_NOT_ALLOWED");
        clerk.post(path("/v1/invoices/~I1/write-offs"), json("""
                {'reason':'insolvency','effectiveDate':'2024-06-01'}""")).refused(422, "EVIDENCE_MISSING");
        clerk.post(path("/v1/invoices/~I1/write-offs"), json("""
                {'reason':'insolvency','effectiveDate':'2024-06-01','taxRelief':true,%s}""".formatted(EVIDENCE)))
                .refused(422, "RELIEF_GROUNDS_MISSING");
        book.payment("P1", "C1", "2024-03-10", "655.00", Map.of("I1", "655.00"));
        var asked = post("/v1/invoices/~I1/write-offs",
                """
                        {'reason':'insolvency','effectiveDate':'2024-06-01','taxRelief':true,'grounds':'LIQUIDATION_JUDGMENT',%s}"""
                        .formatted(EVIDENCE))
                .created();
        var writeOff = "/v1/write-offs/" + asked.text("/writeOffId");
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        assertThat(asked.json().at("/approval/approvers").asInt()).isEqualTo(2);
        shows(writeOff, asked);
        book.get(writeOff + "/duplicate-invoice").refused(404, "DUPLICATE_INVOICE_NOT_FOUND");
        manager.post(writeOff + "/approval", "{}").refused(403, "APPROVER_LACKS_AUTHORITY");
        clerk.post(writeOff + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        assertThat(shows(writeOff, boss.post(writeOff + "/approval", "{}")).text("/status")).isEqualTo("PENDING");
        boss.post(writeOff + "/approval", "{}").refused(403, "APPROVER_HAS_APPROVED");
        assertThat(book.line("C1", "2024-06-01")).isEqualTo("0.00 | 0.00 0.00 0.00 655.00 | 0.00 = 655.00");
        var done = shows(writeOff, otherBoss.post(writeOff + "/approval", "{\"reason\":\"file is complete\"}"));
        assertThat(done.texts("/approval/approvedBy")).containsExactly("boss", "other-boss");
        assertThat(book.line("C1", "2024-06-01")).isEqualTo("nothing");

        // Half is unpaid: half of the tax of each rate.
        assertThat(done.text("/relief/perRate/0/tax/amount")).isEqualTo("100.00");
        assertThat(done.text("/relief/perRate/1/tax/amount")).isEqualTo("5.00");
        assertThat(book.invoice("I1").amount("taxRelieved")).isEqualTo("105.00");
        var paper = book.get(writeOff + "/duplicate-invoice").ok();
        assertThat(paper.text("/text")).contains("DUPLICATA", book.id("I1"),
                "pour la somme de 550,00\u00A0€ (prix net) et pour la somme de 105,00\u00A0€ (TVA correspondante)",
                "article 272 du CGI");
        var statement = book.get(path("/v1/customer-accounts/~C1/tax-relief")).ok();
        assertThat(statement.amount("tax")).isEqualTo("105.00");
    }

    @Test
    void whatIsRecoveredOwesItsTaxAgain() {
        var writeOff = writtenOffAtOnce();
        var recovered = post("/v1/invoices/~I1/recoveries",
                """
                        {'amount':{'amount':'131.00','currency':'EUR'},'effectiveDate':'2024-07-01','reference':'liquidator'}""")
                .created();
        assertThat(recovered.text("/taxDue/0/tax/amount")).isEqualTo("20.00");
        assertThat(recovered.text("/taxDue/1/tax/amount")).isEqualTo("1.00");
        var invoice = book.invoice("I1");
        assertThat(invoice.amount("taxRelieved")).isEqualTo("189.00");
        assertThat(invoice.amount("amountDue")).isEqualTo("0.00");
        assertThat(invoice.text("/status")).isEqualTo("WRITTEN_OFF");
        clerk.post(writeOff + "/reversal", Book.reason("no", "2024-07-02")).refused(409, "WRITE_OFF_RECOVERED");
        post("/v1/invoices/~I1/recoveries/" + recovered.text("/recoveryId") + "/reversal", """
                {'reason':'not ours','effectiveDate':'2024-07-10'}""");
        assertThat(book.invoice("I1").amount("taxRelieved")).isEqualTo("210.00");
    }

    /** The written-off part leaves the ageing at its date and stays in the history; money later reopens nothing (T14). */
    @Test
    void t14AWriteOffLeavesAtItsDateAndAReversalTakesTheReliefBack() {
        var writeOff = writtenOffAtOnce();
        assertThat(book.line("C1", "2024-05-31")).isEqualTo("0.00 | 0.00 0.00 0.00 1310.00 | 0.00 = 1310.00");
        assertThat(book.line("C1", "2024-06-01")).isEqualTo("nothing");
        assertThat(book.get(path("/v1/customer-accounts/~C1/timeline")).body()).contains("InvoiceWrittenOff");
        var reversed = post(writeOff + "/reversal", "{'reason':'not insolvent','effectiveDate':'2024-08-01'}");
        assertThat(shows(writeOff, reversed).text("/status")).isEqualTo("REVERSED");
        assertThat(book.invoiceAt("I1", "2024-07-31").amount("taxRelieved")).isEqualTo("210.00");
        assertThat(book.invoiceAt("I1", "2024-08-01").amount("taxRelieved")).isEqualTo("0.00");
        book.get(writeOff + "/duplicate-invoice").refused(404, "DUPLICATE_INVOICE_NOT_FOUND");
    }

    @Test
    void aPartOfOneInstalmentIsGivenUp() {
        limits("1000.00");
        post("/v1/invoices", """
                {'invoiceId':'~I2','invoiceNumber':'~I2','accountId':'~C1','issueDate':'2024-01-10',
                 'total':{'amount':'100.00','currency':'EUR'},'instalments':[
                   {'dueDate':'2024-02-10','amount':{'amount':'40.00','currency':'EUR'}},
                   {'dueDate':'2024-03-10','amount':{'amount':'60.00','currency':'EUR'}}]}""");
        post("/v1/invoices/~I2/write-offs",
                """
                        {'amount':{'amount':'25.00','currency':'EUR'},'instalment':2,'reason':'haggled','effectiveDate':'2024-04-01'}""");
        var invoice = book.invoice("I2");
        assertThat(invoice.text("/instalments/0/amountDue/amount")).isEqualTo("40.00");
        assertThat(invoice.text("/instalments/1/amountDue/amount")).isEqualTo("35.00");
        assertThat(invoice.text("/status")).isEqualTo("PARTIALLY_PAID");
    }

    private static final String EVIDENCE = """
            'evidence':[{'name':'judgment.pdf','reference':'RG 24/1',
              'sha256':'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'}]""";

    private String writtenOffAtOnce() {
        limits("5000.00");
        var done = post("/v1/invoices/~I1/write-offs", """
                {'reason':'gone','effectiveDate':'2024-06-01','taxRelief':true,'grounds':'VANISHED_DEBTOR'}""")
                .created();
        assertThat(done.text("/status")).isEqualTo("APPROVED");
        return "/v1/write-offs/" + done.text("/writeOffId");
    }

    private void limits(String limit) {
        book.seen(clerk.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','approvals':{'writeOffLimit':{'amount':'%1$s','currency':'EUR'},
                 'refundLimit':{'amount':'%1$s','currency':'EUR'}}}""".formatted(limit))));
    }

    private void policy() {
        book.seen(clerk.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','approvals':{'writeOffLimit':{'amount':'10.00','currency':'EUR'},
                  'refundLimit':{'amount':'10.00','currency':'EUR'},'steps':[
                    {'upTo':{'amount':'500.00','currency':'EUR'},'role':'credit-manager'},
                    {'role':'controller','approvers':2}]},
                 'writeOffs':{'reasons':['insolvency','vanished'],'evidenceAbove':{'amount':'100.00','currency':'EUR'},
                   'evidenceForTaxRelief':true,'reliefNeedsGrounds':true,'source':'CGI art. 272-1'}}""")));
    }

    private String doubtful(String asAt) {
        var amount = book.aged(asAt).text("/totals/doubtful");
        assertThat(book.row("C1", asAt).path("doubtful").asString()).isEqualTo(amount);
        assertThat(book.invoiceAt("I1", asAt).amount("amountDoubtful")).isEqualTo(amount);
        assertThat(book.get(path("/v1/customer-accounts/~C1?asAt=" + asAt)).ok().amount("doubtful")).isEqualTo(amount);
        return amount;
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
