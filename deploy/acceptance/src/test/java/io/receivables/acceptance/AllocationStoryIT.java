package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Money that finds what it settles, told in calls. In paths and bodies {@code ~} stands for the prefix that makes an id this
 * test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class AllocationStoryIT {

    private static int books;
    private Book book;
    private Api clerk;

    @BeforeEach
    void openAnAccount() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(clerk, "ALLOCATION" + ++books);
        book.account("C1");
    }

    @Test
    void withoutPolicyTheInstructionThenTheExactAmountThenTheOnlySetThenTheLaw() {
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.invoice("I2", "C1", "2024-01-02", "2024-02-15", "250.00");
        book.invoice("I3", "C1", "2024-01-03", "2024-03-15", "70.00");
        book.invoice("I4", "C1", "2024-01-04", "2024-03-31", "30.00");

        var named = receive("P1", "2024-02-20", "70.00", "I pay invoice " + book.id("I3"));
        chosen(named, 0, "INSTRUCTION", "I3", "70.00");
        book.shows("/v1/payments/" + book.id("P1"), named);

        chosen(receive("P2", "2024-02-20", "250.00", "thanks"), 0, "EXACT_MATCH", "I2", "250.00");

        book.invoice("I5", "C1", "2024-01-05", "2024-04-30", "45.00");
        var set = receive("P3", "2024-02-20", "75.00", "thanks");
        chosen(set, 0, "UNIQUE_SUBSET", "I4", "30.00");
        chosen(set, 1, "UNIQUE_SUBSET", "I5", "45.00");

        var law = receive("P4", "2024-02-20", "60.00", "on account");
        chosen(law, 0, "LEGAL_ORDER", "I1", "60.00");
        assertThat(law.text("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 0.00 = 40.00");
    }

    @Test
    void whatIsAmbiguousWaitsForAPersonAndADryRunShowsWhatWouldBe() {
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.invoice("I2", "C1", "2024-01-01", "2024-02-15", "100.00");
        var waits = receive("P1", "2024-02-20", "100.00", "");
        assertThat(waits.text("/autoAllocation/outcome")).isEqualTo("NOT_ALLOCATED");
        assertThat(waits.text("/autoAllocation/reason")).contains("100.00 EUR", book.id("I1"), book.id("I2"));
        assertThat(waits.amount("unallocatedAmount")).isEqualTo("100.00");

        put("/v1/credit-policies/" + book.entity(), "{'validFrom':'2024-02-01','allocationOrder':['OLDEST_FIRST']}");
        var dry = post("/v1/payments/~P1/auto-allocation", "{'effectiveDate':'2024-02-21','dryRun':true}");
        assertThat(dry.text("/autoAllocation/proposals/0/document")).isEqualTo(book.id("I1"));
        assertThat(dry.text("/autoAllocation/policyVersion")).isEqualTo("1");
        assertThat(book.get("/v1/payments/" + book.id("P1")).ok().amount("unallocatedAmount")).isEqualTo("100.00");

        var done = post("/v1/payments/~P1/auto-allocation", "{'effectiveDate':'2024-02-21'}");
        chosen(done, 0, "OLDEST_FIRST", "I1", "100.00");
        assertThat(done.text("/allocations/0/rule/policyVersion")).isEqualTo("1");
        assertThat(book.invoiceAt("I1", "2024-02-20").amount("amountDue")).isEqualTo("100.00");
        assertThat(book.invoiceAt("I1", "2024-02-21").amount("amountDue")).isEqualTo("0.00");
    }

    @Test
    void principalBeforeChargesUnlessThePolicyHasChargesFirst() {
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        post("/v1/invoices/~I1/late-charges",
                """
                        {'kind':'FIXED_INDEMNITY','amount':{'amount':'40.00','currency':'EUR'},'effectiveDate':'2024-02-05'}""");
        chosen(receive("P1", "2024-02-20", "60.00", ""), 0, "LEGAL_ORDER", "I1", "60.00");
        put("/v1/credit-policies/" + book.entity(),
                "{'validFrom':'2024-03-01','allocationOrder':['LEGAL_ORDER'],'componentOrder':'CHARGES_FIRST'}");
        var second = receive("P2", "2024-03-20", "60.00", "");
        assertThat(second.text("/allocations/0/chargeId")).isNotEmpty();
        assertThat(second.text("/allocations/0/amount/amount")).isEqualTo("40.00");
        chosen(second, 1, "LEGAL_ORDER", "I1", "20.00");
        assertThat(book.line("C1", "2024-03-20")).isEqualTo("0.00 | 0.00 20.00 0.00 0.00 | 0.00 = 20.00");
    }

    @Test
    void centsAreGivenUpOrKeptByFactsOfTheirOwnAndFallWithTheirAllocation() {
        put("/v1/credit-policies/" + book.entity(),
                "{'validFrom':'2024-01-01','tolerance':{'amount':'0.50','currency':'EUR'}}");
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        var less = receive("P1", "2024-02-20", "99.98", "");
        chosen(less, 0, "EXACT_MATCH", "I1", "99.98");
        var invoice = book.invoice("I1");
        assertThat(invoice.text("/status")).isEqualTo("PAID");
        assertThat(invoice.amount("amountWrittenOff")).isEqualTo("0.02");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("nothing");
        assertThat(book.line("C1", "2024-02-19")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00 = 100.00");
        var known = "asKnown=" + book.position();

        book.undo("P1", less.text("/allocations/0/allocationId"), "2024-02-25");
        assertThat(book.line("C1", "2024-02-25")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 99.98 = 0.02");
        assertThat(book.line("C1", "2024-02-25", known)).isEqualTo("nothing");

        var more = receive("P2", "2024-02-26", "100.03", "");
        assertThat(more.amount("unallocatedAmount")).isEqualTo("0.00");
        assertThat(more.amount("allocatedAmount")).isEqualTo("100.03");
        book.shows("/v1/payments/" + book.id("P2"), more);
        book.returned("P2", "2024-03-01");
        assertThat(book.line("C1", "2024-03-01")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 99.98 = 0.02");
    }

    @Test
    void aDifferenceAboveTheToleranceIsNeverGivenUp() {
        put("/v1/credit-policies/" + book.entity(),
                "{'validFrom':'2024-01-01','tolerance':{'amount':'0.50','currency':'EUR'}}");
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.payment("P1", "C1", "2024-02-20", "99.49");
        clerk.post("/v1/payments/" + book.id("P1") + "/allocations", json("""
                {'invoiceId':'~I1','amount':{'amount':'99.49','currency':'EUR'},'effectiveDate':'2024-02-20',
                 'writeOffDifference':true}""")).refused(422, "DIFFERENCE_ABOVE_TOLERANCE");
        assertThat(book.invoice("I1").amount("amountDue")).isEqualTo("100.00");
    }

    /** A credit is converted by allocations, never by a line of discount (a peer's public issue, D#7593). */
    @Test
    void trapD7593ACreditIsConvertedByAnAllocation() {
        book.invoice("I1", "C1", "2024-01-01", "2024-01-31", "100.00");
        book.creditNote("N1", "C1", "2024-02-01", "30.00", Map.of());
        var done = post("/v1/credit-notes/~N1/auto-allocation", "{'effectiveDate':'2024-02-10'}");
        assertThat(done.text("/allocations/0/invoiceId")).isEqualTo(book.id("I1"));
        assertThat(book.invoice("I1").amount("amountCredited")).isEqualTo("30.00");
        assertThat(book.invoice("I1").amount("amountDiscounted")).isEqualTo("0.00");
    }

    private static void chosen(Answer answer, int index, String rule, String invoice, String amount) {
        var at = "/allocations/" + index;
        assertThat(answer.text(at + "/rule/id")).as(answer.toString()).isEqualTo(rule);
        assertThat(answer.text(at + "/invoiceId")).as(answer.toString()).endsWith("." + invoice);
        assertThat(answer.text(at + "/amount/amount")).as(answer.toString()).isEqualTo(amount);
        assertThat(answer.text(at + "/rule/reason")).isNotEmpty();
    }

    private Answer receive(String id, String received, String amount, String reference) {
        return post("/v1/payments", """
                {'paymentId':'~%s','accountId':'~C1','amount':{'amount':'%s','currency':'EUR'},'receivedDate':'%s',
                 'method':'BANK_TRANSFER','autoAllocate':true%s}""".formatted(id, amount, received,
                reference.isEmpty() ? "" : ",'reference':'" + reference + "'"));
    }

    private Answer post(String path, String body) {
        return book.seen(clerk.post(path.replace("~", book.id("")), json(body)));
    }

    private Answer put(String path, String body) {
        return book.seen(clerk.put(path, json(body)));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
