package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.DoubtfulReleased;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.TransferOrigin;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Transfers, credits kept as income, doubtful claims and the tax of lost ones, at any date and as known on any day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class LossesTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void twoAccounts() {
        story = stories.begin()
                .account("C1")
                .account("C2")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "80.00", "2026-02-01");
    }

    @Test
    void aTransferMovesBothAccountsAtOnce() throws Exception {
        long before = story.position();
        transfer();
        long after = story.position();

        balance("C1", "2026-02-10", after, "50.00").andExpect(jsonPath("$.unapplied.amount").value("50.00"));
        balance("C2", "2026-02-10", after, "-30.00").andExpect(jsonPath("$.unapplied.amount").value("30.00"));
        balance("C1", "2026-02-09", after, "20.00");
        balance("C2", "2026-02-09", after, "0.00");
        balance("C1", "2026-02-10", before, "20.00");
        balance("C2", "2026-02-10", before, "0.00");
        // The twin that begins the receiving payment moves nothing by itself: no cut sees the cash twice or nowhere.
        balance("C1", "2026-02-10", before + 1, "20.00");
        balance("C2", "2026-02-10", before + 1, "0.00");
        ask("/v1/payments/" + story.id("P2") + "?asKnown=" + (before + 1)).andExpect(status().isNotFound());
        ask("/v1/payments/" + story.id("P2") + "?asAt=2026-02-09").andExpect(status().isNotFound());
        aged().andExpect(jsonPath("$.totals.balance").value("20.00")).andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void aTransferIsOnBothPaymentsAndBothTimelines() throws Exception {
        transfer();
        story.position();

        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("50.00"))
                .andExpect(jsonPath("$.transferredAmount.amount").value("30.00"))
                .andExpect(jsonPath("$.transfers[0].transferId").value(story.id("P2")))
                .andExpect(jsonPath("$.transfers[0].accountId").value(story.id("C2")));
        ask("/v1/payments/" + story.id("P2")).andExpect(jsonPath("$.unallocatedAmount.amount").value("30.00"))
                .andExpect(jsonPath("$.receivedDate").value("2026-02-01"))
                .andExpect(jsonPath("$.transferredFrom.paymentId").value(story.id("P1")));
        ask("/v1/customer-accounts/" + story.id("C1") + "/timeline?limit=1")
                .andExpect(jsonPath("$.items[0].type").value("PaymentTransferred"))
                .andExpect(jsonPath("$.items[0].effect.amount").value("30.00"));
        ask("/v1/customer-accounts/" + story.id("C2") + "/timeline?limit=2")
                .andExpect(jsonPath("$.items[*].type").value(contains("PaymentTransferred", "PaymentReceived")))
                .andExpect(jsonPath("$.items[0].effect.amount").value("-30.00"))
                .andExpect(jsonPath("$.items[1].effect.amount").value("0.00"));
        ask("/v1/credit-balances?legalEntity=" + story.entity() + "&asAt=2026-02-21")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C2")))
                .andExpect(jsonPath("$.items[0].origins[0].daysOld").value(20));
    }

    @Test
    void aTransferThatIsTakenBackWasThereUntilThen() throws Exception {
        transfer();
        long before = story.position();
        var date = LocalDate.parse("2026-03-01");
        story.tell(new ReceivedTransferReversed(payment("P2"), story.accountId("C2"), story.entity(), payment("P1"),
                eur("30.00"), "wrong", date),
                new PaymentTransferReversed(payment("P1"), story.accountId("C1"), story.entity(), payment("P2"),
                        story.accountId("C2"), eur("30.00"), "wrong", date));
        long after = story.position();

        balance("C2", "2026-02-28", after, "-30.00");
        balance("C2", "2026-03-01", after, "0.00");
        balance("C1", "2026-03-01", after, "20.00");
        balance("C1", "2026-03-01", before, "50.00");
        ask("/v1/payments/" + story.id("P2")).andExpect(jsonPath("$.reversed").value(true))
                .andExpect(jsonPath("$.unallocatedAmount.amount").value("0.00"));
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("80.00"))
                .andExpect(jsonPath("$.transfers[0].reversedDate").value("2026-03-01"));
    }

    @Test
    void aCreditIsSetAsideThenIncomeThenClaimed() throws Exception {
        var id = new CreditWriteOffId(story.id("CW1"));
        var source = CreditSource.of(payment("P1"));
        var day = LocalDate.parse("2026-03-01");
        var two = new RequiredApproval(2, "controller");
        story.tell(new CreditWriteOffRequested(id, source, story.accountId("C1"), story.entity(), eur("30.00"),
                "unclaimed", "clerk-1", eur("5.00"), 1, two, LocalDate.parse("2031-02-01"), day))
                .tell(new CreditWriteOffApprovalGiven(id, source, story.accountId("C1"), story.entity(), "boss-1",
                        day));
        long pending = story.position();

        var path = "/v1/credit-write-offs/" + story.id("CW1");
        ask(path).andExpect(jsonPath("$.status").value("PENDING"))
                .andExpect(jsonPath("$.approval.approvers").value(2))
                .andExpect(jsonPath("$.approval.approvedBy").value(contains("boss-1")))
                .andExpect(jsonPath("$.lapsesOn").value("2031-02-01"));
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("50.00"))
                .andExpect(jsonPath("$.writeOffPending.amount").value("30.00"));
        balance("C1", "2026-03-01", pending, "20.00");
        ask("/v1/approvals?status=PENDING&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[0].kind").value("CREDIT_WRITE_OFF"))
                .andExpect(jsonPath("$.items[0].approval.role").value("controller"));

        story.tell(new CreditWrittenOff(id, source, story.accountId("C1"), story.entity(), eur("30.00"), "unclaimed",
                "clerk-1", "boss-2", List.of("boss-1", "boss-2"), eur("5.00"), 1, null, day));
        long done = story.position();
        balance("C1", "2026-03-01", done, "50.00");
        balance("C1", "2026-02-28", done, "20.00");
        balance("C1", "2026-03-01", pending, "20.00");
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.writtenOffAmount.amount").value("30.00"))
                .andExpect(jsonPath("$.writeOffPending.amount").value("0.00"));
        ask(path).andExpect(jsonPath("$.approval.approvedBy").value(contains("boss-1", "boss-2")));
        ask(path + "?asKnown=" + pending).andExpect(jsonPath("$.status").value("PENDING"));

        story.tell(
                new CreditWriteOffReversed(id, source, story.accountId("C1"), story.entity(), eur("30.00"), "claimed",
                        LocalDate.parse("2026-05-01")));
        long claimed = story.position();
        balance("C1", "2026-05-01", claimed, "20.00");
        balance("C1", "2026-04-30", claimed, "50.00");
        ask(path).andExpect(jsonPath("$.status").value("REVERSED"));
        aged().andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void whatIsSetAsideAltogetherIsNotListedAsUnallocated() throws Exception {
        var list = "/v1/payments?unallocated=true&accountId=" + story.accountId("C1");
        story.position();
        ask(list).andExpect(jsonPath("$.items.length()").value(1));
        story.tell(new CreditWriteOffRequested(new CreditWriteOffId(story.id("CW1")), CreditSource.of(payment("P1")),
                story.accountId("C1"), story.entity(), eur("80.00"), "unclaimed", "clerk-1", eur("5.00"), 1, null, null,
                LocalDate.parse("2026-03-01"))).position();
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("0.00"));
        ask(list).andExpect(jsonPath("$.items.length()").value(0));
        ask(list + "&asAt=2026-02-28").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void aCreditWriteOffThatIsRejectedMovesNothing() throws Exception {
        var id = new CreditWriteOffId(story.id("CW1"));
        var source = CreditSource.of(payment("P1"));
        var day = LocalDate.parse("2026-03-01");
        story.tell(new CreditWriteOffRequested(id, source, story.accountId("C1"), story.entity(), eur("30.00"),
                "unclaimed", "clerk-1", eur("5.00"), 1, null, null, day))
                .tell(new CreditWriteOffRejected(id, source, story.accountId("C1"), story.entity(), eur("30.00"),
                        "boss-1", "has called", day.plusDays(1)));
        balance("C1", "2026-03-02", story.position(), "20.00");
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.unallocatedAmount.amount").value("80.00"));
        ask("/v1/credit-write-offs/" + story.id("CW1")).andExpect(jsonPath("$.status").value("REJECTED"))
                .andExpect(jsonPath("$.rejectedBy").value("boss-1"));
    }

    @Test
    void doubtfulIsNeverMoreThanWhatIsOpen() throws Exception {
        var mark = new DoubtfulId(story.id("D1"));
        long before = story.position();
        story.tell(new InvoiceMarkedDoubtful(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(), mark,
                eur("90.00"), "safeguard", LocalDate.parse("2026-03-01")))
                .allocate("A1", "P1", "I1", "C1", "40.00", "2026-03-10");
        long after = story.position();

        doubtful("2026-02-28", after, "0.00");
        doubtful("2026-03-01", after, "90.00");
        doubtful("2026-03-10", after, "60.00");
        doubtful("2026-03-10", before, "0.00");
        story.reverseAllocation("A1", "2026-03-20")
                .tell(new DoubtfulReleased(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(), mark,
                        eur("90.00"), "plan adopted", LocalDate.parse("2026-04-01")));
        long released = story.position();
        doubtful("2026-03-20", released, "90.00");
        doubtful("2026-04-01", released, "0.00");
        doubtful("2026-03-10", after, "60.00");
        ask("/v1/aged-balance?groupBy=customer&asAt=2026-03-20&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.rows[0].doubtful").value("90.00"));
        ask("/v1/aged-balance?receivableClass=OTHER&asAt=2026-03-20&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.totals.doubtful").value("0.00"));
        ask("/v1/aged-balance?accountId=" + story.id("C1") + "&asAt=2026-03-20&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.totals.doubtful").value("90.00"));
    }

    private void doubtful(String asAt, long known, String amount) throws Exception {
        var at = "?asAt=" + asAt + "&asKnown=" + known;
        ask("/v1/invoices/" + story.id("I1") + at).andExpect(jsonPath("$.amountDoubtful.amount").value(amount));
        ask("/v1/customer-accounts/" + story.id("C1") + at).andExpect(jsonPath("$.doubtful.amount").value(amount));
        ask("/v1/aged-balance" + at + "&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.totals.doubtful").value(amount))
                .andExpect(jsonPath("$.rows[0].doubtful").value(amount));
    }

    @Test
    void theTaxOfALostInvoiceIsTakenBackAndDueAgainWithWhatComes() throws Exception {
        lostInvoice();
        long lost = story.position();

        var invoice = "/v1/invoices/" + story.id("I9");
        ask(invoice + "?asAt=2026-06-01").andExpect(jsonPath("$.taxRelieved.amount").value("20.00"));
        ask(invoice + "?asAt=2026-05-31").andExpect(jsonPath("$.taxRelieved.amount").value("0.00"));
        ask("/v1/write-offs/" + story.id("W9")).andExpect(jsonPath("$.relief.perRate[0].tax.amount").value("20.00"))
                .andExpect(jsonPath("$.relief.grounds").value("LIQUIDATION_JUDGMENT"));
        ask("/v1/write-offs/" + story.id("W9") + "/duplicate-invoice").andExpect(status().isOk())
                .andExpect(jsonPath("$.writeOff.net.amount").value("100.00"))
                .andExpect(jsonPath("$.writeOff.tax.amount").value("20.00"));
        var paper = text("/v1/write-offs/" + story.id("W9") + "/duplicate-invoice");
        assertThat(paper).contains("DUPLICATA", "Facture F-9 du 2026-01-01", "Name of C1", "article 272 du CGI");
        ask("/v1/customer-accounts/" + story.id("C1") + "/tax-relief").andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.tax.amount").value("20.00"));
        assertThat(text("/v1/customer-accounts/" + story.id("C1") + "/tax-relief")).contains("ÉTAT RÉCAPITULATIF",
                "F-9");

        story.tell(new WrittenOffAmountRecovered(new InvoiceId(story.id("I9")), story.accountId("C1"), story.entity(),
                new RecoveryId(story.id("R9")), eur("60.00"), null, null, LocalDate.parse("2026-06-10"),
                List.of(share("50.00", "10.00"))));
        story.position();
        ask(invoice + "?asAt=2026-06-10").andExpect(jsonPath("$.taxRelieved.amount").value("10.00"))
                .andExpect(jsonPath("$.amountRecovered.amount").value("60.00"))
                .andExpect(jsonPath("$.amountDue.amount").value("0.00"));
        ask(invoice + "?asAt=2026-06-10&asKnown=" + lost).andExpect(jsonPath("$.taxRelieved.amount").value("20.00"));
    }

    @Test
    void aWriteOffThatIsTakenBackNeedsNoDuplicate() throws Exception {
        var relief = lostInvoice();
        long lost = story.position();
        story.tell(new WriteOffReversed(new InvoiceId(story.id("I9")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W9")), List.of(new InstalmentAmount(1, eur("120.00"))), "paid after all",
                LocalDate.parse("2026-06-15"), relief));
        story.position();
        var path = "/v1/write-offs/" + story.id("W9") + "/duplicate-invoice";
        ask(path).andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("DUPLICATE_INVOICE_NOT_FOUND"));
        ask(path + "?asAt=2026-06-14").andExpect(status().isOk());
        ask(path + "?asKnown=" + lost).andExpect(status().isOk());
        ask("/v1/invoices/" + story.id("I9") + "?asAt=2026-06-15")
                .andExpect(jsonPath("$.taxRelieved.amount").value("0.00"))
                .andExpect(jsonPath("$.amountDue.amount").value("120.00"));
    }

    private TaxRelief lostInvoice() {
        var relief = new TaxRelief(ReliefGrounds.LIQUIDATION_JUDGMENT, false, List.of(share("100.00", "20.00")),
                "Facture demeurée impayée … (article 272 du CGI)", "CGI art. 272-1");
        story.tell(new InvoiceIssued(new InvoiceId(story.id("I9")), story.accountId("C1"), story.entity(), "F-9",
                ReceivableClass.TRADE, LocalDate.parse("2026-01-01"), null, eur("120.00"),
                List.of(new InvoiceLine("Work", eur("100.00"), Percentage.of("20.00"), eur("20.00"))),
                List.of(new Instalment(1, LocalDate.parse("2026-01-31"), eur("120.00"))), null))
                .tell(new InvoiceWrittenOff(new InvoiceId(story.id("I9")), story.accountId("C1"), story.entity(),
                        new WriteOffId(story.id("W9")), List.of(new InstalmentAmount(1, eur("120.00"))), "insolvent",
                        true, List.of(), "clerk-1", null, eur("500.00"), 1, LocalDate.parse("2026-06-01"), relief,
                        null));
        return relief;
    }

    private static TaxShare share(String net, String tax) {
        return new TaxShare(Percentage.of("20.00"), eur(net), eur(tax));
    }

    private void transfer() {
        var day = LocalDate.parse("2026-02-10");
        story.tell(new PaymentReceived(payment("P2"), story.accountId("C2"), story.entity(), eur("30.00"),
                LocalDate.parse("2026-02-01"), null, PaymentMethod.BANK_TRANSFER, "ref P1", null,
                new TransferOrigin(payment("P1"), story.accountId("C1"), day)),
                new PaymentTransferred(payment("P1"), story.accountId("C1"), story.entity(), payment("P2"),
                        story.accountId("C2"), eur("30.00"), LocalDate.parse("2026-02-01"), "ref P1",
                        "meant for a sister", day));
    }

    private PaymentId payment(String shortId) {
        return new PaymentId(story.id(shortId));
    }

    private ResultActions balance(String account, String asAt, long known, String balance) throws Exception {
        return ask("/v1/customer-accounts/" + story.id(account) + "?asAt=" + asAt + "&asKnown=" + known)
                .andExpect(jsonPath("$.balance.amount").value(balance));
    }

    private ResultActions aged() throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity()).andExpect(status().isOk());
    }

    private String text(String path) throws Exception {
        return http.perform(get(URI.create(path)).header("Accept", "text/plain"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(URI.create(path)));
    }
}
