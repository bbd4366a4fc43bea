package io.receivables.command.payment.autoallocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that finds what it settles. Invoices are issued 2026-01-01 and due 2026-01-31, payments received 2026-01-20. */
class AutoAllocatePaymentApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @Test
    void anUnidentifiedPaymentIsRefused() {
        var refused = api.post("/v1/payments", """
                {'legalEntity':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH','autoAllocate':true}"""
                .formatted(book.entity, Book.eur("10.00"))).expect(422, "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/autoAllocate");
        var payment = api.post("/v1/payments", """
                {'legalEntity':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH'}"""
                .formatted(book.entity, Book.eur("10.00"))).expect(201).at("/paymentId");
        run(payment, "2026-01-20").expect(409, "PAYMENT_UNIDENTIFIED");
    }

    @Test
    void aReversedPaymentIsRefused() {
        var payment = book.payment("10.00");
        api.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-01-21'}")
                .expect(200);
        run(payment, "2026-01-22").expect(409, "PAYMENT_REVERSED");
    }

    @Test
    void aDateBeforeTheMoneyIsRefused() {
        var refused = run(book.payment("10.00"), "2026-01-19").expect(422, "NOT_AVAILABLE_AT_DATE");
        assertThat(refused.at("/detail")).contains("2026-01-20");
        run("nobody", "2026-01-20").expect(404, "PAYMENT_NOT_FOUND");
        run(book.payment("10.00"), "2199-01-01").expect(422, "DATE_IN_FUTURE");
    }

    @Test
    void whatTwoInvoicesCouldMeanStaysUnapplied() {
        book.invoice("100.00");
        book.invoice("100.00");
        var answer = run(book.payment("100.00"), "2026-01-20").expect(200);
        assertThat(answer.at("/autoAllocation/outcome")).isEqualTo("NOT_ALLOCATED");
        assertThat(answer.at("/autoAllocation/reason")).contains("100.00 EUR", "each of");
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("100.00");
    }

    /** Else it would settle what is older than the invoice that the payer names. */
    @Test
    void amongMoreOpenDocumentsThanAreLookedAtOnlyThePayersWordCounts() {
        policy("'allocationOrder':['INSTRUCTION','OLDEST_FIRST']");
        IntStream.range(0, 501).parallel().forEach(_ -> book.invoice("1.00"));
        var youngest = Book.id("YOUNGEST");
        api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-01',
                 'dueDate':'2026-06-30','total':%3$s}""".formatted(youngest, book.account, Book.eur("1.00")))
                .expect(201);
        var named = receive("1.00", ",'reference':'" + youngest + "'").expect(201);
        assertThat(named.at("/autoAllocation/outcome")).isEqualTo("NOT_ALLOCATED");
        assertThat(named.at("/autoAllocation/reason")).contains("more than 500 documents are open");
        assertThat(receive("1.00", "").expect(201).at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
    }

    @Test
    void nothingUnallocatedFindsNothing() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("100.00");
        assertThat(run(payment, "2026-01-20").expect(200).at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
        var again = run(payment, "2026-01-20").expect(200);
        assertThat(again.at("/autoAllocation/outcome")).isEqualTo("NOT_ALLOCATED");
        assertThat(again.at("/autoAllocation/reason")).contains("nothing is unallocated");
        assertThat(again.at("/allocations/0/invoiceId")).isEqualTo(invoice);
    }

    @Test
    void theAllocationSaysWhichRuleChoseItAndWhatItSaw() {
        policy("'allocationOrder':['EXACT_MATCH','OLDEST_FIRST']");
        var invoice = book.invoice("100.00");
        book.invoice("60.00");
        var answer = receive("100.00", "").expect(201);
        assertThat(answer.at("/allocations/0/invoiceId")).isEqualTo(invoice);
        assertThat(answer.at("/allocations/0/rule/id")).isEqualTo("EXACT_MATCH");
        assertThat(answer.at("/allocations/0/rule/policyVersion")).isEqualTo("1");
        assertThat(answer.at("/allocations/0/rule/reason")).contains("100.00 EUR");
        assertThat(answer.at("/allocations/0/rule/considered")).isEqualTo("2");
        assertThat(answer.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
    }

    @Test
    void aReferenceNamesTheInvoiceAlsoAsACreditorReference() {
        book.invoice("50.00");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'INV20260001','accountId':'%s','issueDate':'2026-01-02',
                 'dueDate':'2026-03-31','total':%s}""".formatted(Book.id("INV"), book.account, Book.eur("80.00")))
                .expect(201);
        var answer = receive("80.00", ",'reference':'RF16 INV2 0260 001'").expect(201);
        assertThat(answer.at("/allocations/0/rule/id")).isEqualTo("INSTRUCTION");
        assertThat(answer.at("/allocations/0/amount/amount")).isEqualTo("80.00");
    }

    @Test
    void whatTheRequestNamesGoesFirstAndTheRestFindsItsPlace() {
        var first = book.invoice("100.00");
        var second = book.invoice("70.00");
        var answer = receive("90.00",
                ",'allocations':[{'invoiceId':'%s','amount':%s}]".formatted(second, Book.eur("70.00"))).expect(201);
        assertThat(answer.at("/allocations/0/invoiceId")).isEqualTo(second);
        assertThat(answer.body().at("/allocations/0/rule").isMissingNode()).isTrue();
        assertThat(answer.at("/allocations/1/invoiceId")).isEqualTo(first);
        assertThat(answer.at("/allocations/1/rule/id")).isEqualTo("LEGAL_ORDER");
    }

    @Test
    void aDryRunTellsAndRecordsNothing() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("40.00");
        var answer = api.post("/v1/payments/" + payment + "/auto-allocation",
                "{'effectiveDate':'2026-01-20','dryRun':true}").expect(200);
        assertThat(answer.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
        assertThat(answer.at("/autoAllocation/proposals/0/document")).isEqualTo(invoice);
        assertThat(answer.at("/autoAllocation/proposals/0/amount/amount")).isEqualTo("40.00");
        assertThat(answer.at("/autoAllocation/proposals/0/rule")).isEqualTo("LEGAL_ORDER");
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("40.00");
        assertThat(answer.at("/version")).isEqualTo("1");
    }

    @Test
    void moneyNeverLeavesItsAccount() {
        var other = Book.openAccount(book.entity, Book.id("C"), "EUR");
        api.post("/v1/invoices", "{'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"
                .formatted(Book.id("N"), other, Book.eur("25.00"))).expect(201);
        var answer = run(book.payment("25.00"), "2026-01-20").expect(200);
        assertThat(answer.at("/autoAllocation/outcome")).isEqualTo("NOT_ALLOCATED");
        assertThat(answer.at("/autoAllocation/reason")).contains("nothing else is open");
    }

    @Test
    void centsTooFewAreGivenUpAndCentsTooManyKeptWithinTheTolerance() {
        policy("'tolerance':" + Book.eur("0.50"));
        book.invoice("100.00");
        var less = receive("99.60", "").expect(201);
        assertThat(less.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
        book.invoice("100.00");
        var more = receive("100.40", "").expect(201);
        assertThat(more.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
        assertThat(more.at("/unallocatedAmount/amount")).isEqualTo("0.00");
        assertThat(more.at("/allocatedAmount/amount")).isEqualTo("100.40");
        assertThat(run(book.payment("5.00"), "2026-01-20").expect(200).at("/autoAllocation/reason"))
                .contains("nothing else is open");
        api.post("/v1/payments/" + less.at("/paymentId") + "/allocations/" + less.at("/allocations/0/allocationId")
                + "/reversal", "{'reason':'wrong','effectiveDate':'2026-01-21'}").expect(200);
        assertThat(run(book.payment("100.00"), "2026-01-21").expect(200).at("/allocations/0/amount/amount"))
                .isEqualTo("100.00");
        OpenItemsOfHistory.expectKept();
    }

    @Test
    void aDifferenceIsGivenUpOnRequestWithinTheToleranceAlone() {
        var invoice = book.invoice("100.00");
        var body = "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20','writeOffDifference':true}";
        var refused = api.post("/v1/payments/" + book.payment("99.99") + "/allocations",
                body.formatted(invoice, Book.eur("99.99"))).expect(422, "DIFFERENCE_ABOVE_TOLERANCE");
        assertThat(refused.at("/detail")).contains("0.01 EUR", "0.00 EUR");
        policy("'tolerance':" + Book.eur("0.50"));
        api.post("/v1/payments/" + book.payment("99.50") + "/allocations", body.formatted(invoice, Book.eur("99.50")))
                .expect(201);
        api.post("/v1/payments/" + book.payment("1.00") + "/allocations", body.formatted(invoice, Book.eur("0.01")))
                .expect(422, "ALLOCATION_EXCEEDS_OPEN");
    }

    @Test
    void aCreditNoteGoesToTheInvoicesThatItCorrects() {
        book.invoice("100.00");
        var corrected = book.invoice("80.00");
        var id = Book.id("CN");
        api.post("/v1/credit-notes", """
                {'creditNoteId':'%s','creditNoteNumber':'%s','accountId':'%s','issueDate':'2026-01-15','total':%s,
                 'reason':'goods returned','relatesTo':['%s']}"""
                .formatted(id, id, book.account, Book.eur("30.00"), corrected)).expect(201);
        var answer = api.post("/v1/credit-notes/" + id + "/auto-allocation", "{'effectiveDate':'2026-01-20'}")
                .expect(200);
        assertThat(answer.at("/allocations/0/invoiceId")).isEqualTo(corrected);
        assertThat(answer.at("/allocations/0/rule/id")).isEqualTo("INSTRUCTION");
        assertThat(answer.at("/unallocatedAmount/amount")).isEqualTo("0.00");
    }

    /** The net amount is exact while the discount can be earned; all or nothing, several payments count together. */
    @Test
    void aDiscountForPaymentInFullFallsWithOneOfThePaymentsThatMadeItFull() {
        policy("'discounts':{'mode':'ALL_OR_NOTHING','graceDays':2}");
        var invoice = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-10','dueDate':'2026-02-10',
                 'total':%s,'discount':{'percent':'2','until':'2026-01-18'}}"""
                .formatted(invoice, invoice, book.account, Book.eur("1000.00"))).expect(201);
        var first = receive("500.00", ",'reference':'" + invoice + "'").expect(201);
        assertThat(first.at("/allocations/0/discount/amount")).isEqualTo("0.00");
        var second = receive("480.00", "").expect(201);
        assertThat(second.at("/allocations/0/rule/id")).isEqualTo("EXACT_MATCH");
        assertThat(second.at("/allocations/0/discount/amount")).isEqualTo("20.00");
        api.post("/v1/payments/" + first.at("/paymentId") + "/reversal",
                "{'reason':'returned by the bank','effectiveDate':'2026-02-01'}").expect(200);
        var answer = run(second.at("/paymentId"), "2026-02-01").expect(200);
        assertThat(answer.at("/allocations/0/reversedDate")).isEqualTo("2026-02-01");
        assertThat(answer.at("/allocations/1/amount/amount")).isEqualTo("480.00");
        assertThat(answer.at("/allocations/1/discount/amount")).isEqualTo("0.00");
        assertThat(answer.at("/allocations/1/allocationId"))
                .isEqualTo(second.at("/allocations/0/allocationId") + "-net");
        assertThat(run(book.payment("520.00"), "2026-02-01").expect(200).at("/allocations/0/amount/amount"))
                .isEqualTo("520.00");
    }

    @Test
    void twoPaymentsAtOnceSettleAnInvoiceExactlyOnce() throws Exception {
        var invoice = book.invoice("100.00");
        var payments = IntStream.range(0, 8).mapToObj(i -> book.payment("100.00")).toList();
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var racer : payments.stream()
                    .map(payment -> threads.submit(() -> run(payment, "2026-01-20")))
                    .toList()) {
                outcomes.add(racer.get().expect(200).at("/autoAllocation/outcome"));
            }
        }
        assertThat(outcomes).containsOnlyOnce("ALLOCATED").hasSize(8);
        api.post("/v1/payments/" + book.payment("1.00") + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}".formatted(invoice, Book.eur("0.01")))
                .expect(422, "ALLOCATION_EXCEEDS_OPEN");
        OpenItemsOfHistory.expectKept();
    }

    @Test
    void aDryRunKeepsTheCentsThatTheCallWouldKeep() {
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','tolerance':%s}".formatted(Book.eur("0.50"))).expect(201);
        book.invoice("100.00");
        for (var amount : List.of("100.50", "100.51")) {
            var payment = book.payment(amount);
            var tried = api.post("/v1/payments/" + payment + "/auto-allocation",
                    "{'effectiveDate':'2026-01-20','dryRun':true}").expect(200);
            if (amount.equals("100.51")) {
                assertThat(tried.at("/autoAllocation/outcome")).isEqualTo("PARTLY_ALLOCATED");
                assertThat(tried.at("/autoAllocation/unresolved/amount")).isEqualTo("0.51");
                continue;
            }
            assertThat(tried.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
            assertThat(tried.at("/autoAllocation/unresolved/amount")).isEqualTo("0.00");
            var made = api.post("/v1/payments/" + payment + "/auto-allocation", "{'effectiveDate':'2026-01-20'}")
                    .expect(200);
            assertThat(made.at("/autoAllocation/outcome")).isEqualTo("ALLOCATED");
            assertThat(made.at("/autoAllocation/unresolved/amount")).isEqualTo("0.00");
            book.invoice("100.00");
        }
    }

    /** Random invoices, credit notes and payments under random orders: nothing is refused, and what is open is kept. */
    @ParameterizedTest
    @ValueSource(longs = {11, 20260120})
    void whateverIsOpenTheRulesAllocateOnlyWhatThereIs(long seed) {
        var random = new Random(seed);
        var rules = List.of("INSTRUCTION", "EXACT_MATCH", "UNIQUE_SUBSET", "LEGAL_ORDER", "OLDEST_FIRST",
                "PROPORTIONAL", "CLEAR_ACCOUNT");
        int allocated = 0;
        for (int i = 0; i < 60; i++) {
            if (i % 15 == 0) {
                var order = "'" + rules.get(random.nextInt(rules.size())) + "'";
                api.put("/v1/credit-policies/" + book.entity, """
                        {'validFrom':'2026-01-01','tolerance':%s,'allocationOrder':[%s],'discounts':{'mode':'%s'}}"""
                        .formatted(Book.eur("0.30"), order, random.nextBoolean() ? "PRO_RATA" : "ALL_OR_NOTHING"));
            }
            switch (random.nextInt(4)) {
                case 0, 1 -> api.post("/v1/invoices", """
                        {'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-%02d','total':%s,
                         'discount':{'percent':'3','until':'2026-01-%d'}}"""
                        .formatted(Book.id("N"), book.account, 1 + random.nextInt(19),
                                Book.eur((1 + random.nextInt(9)) + "00." + (10 + random.nextInt(90))),
                                19 + random.nextInt(3)))
                        .expect(201);
                case 2 -> run(book.creditNote(random.nextInt(200) + ".75"), "2026-01-20", "/v1/credit-notes/")
                        .expect(200);
                default -> {
                    var answer = receive((1 + random.nextInt(600)) + "." + (10 + random.nextInt(90)), "").expect(201);
                    allocated += answer.body().at("/allocations").size();
                }
            }
        }
        assertThat(allocated).isPositive();
        OpenItemsOfHistory.expectKept();
    }

    private void policy(String section) {
        api.put("/v1/credit-policies/" + book.entity, "{'validFrom':'2026-01-01'," + section + "}").expect(201);
    }

    private Api.Answer receive(String amount, String more) {
        return api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'BANK_TRANSFER',
                 'autoAllocate':true%s}""".formatted(Book.id("P"), book.account, Book.eur(amount), more));
    }

    private Api.Answer run(String payment, String date) {
        return run(payment, date, "/v1/payments/");
    }

    private Api.Answer run(String id, String date, String collection) {
        return api.post(collection + id + "/auto-allocation", "{'effectiveDate':'" + date + "'}");
    }
}
