package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceBoughtBack;
import io.receivables.events.invoice.InvoiceFactored;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoicePaidToFactor;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentId;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What is with a factor, at any date and as known on any day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class FactoringTest {

    private static final FactorId FACTOR = new FactorId("FACTOR");

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anInvoice() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "40.00", "2026-03-01");
    }

    @Test
    void whatIsWithRecourseStaysInTheAgeingAndIsShownApart() throws Exception {
        long before = story.position();
        assign("F1", true, "2026-02-01");
        long after = story.position();

        aged("2026-02-10", after).andExpect(jsonPath("$.totals.balance").value("100.00"))
                .andExpect(jsonPath("$.totals.factored").value("100.00"))
                .andExpect(jsonPath("$.rows[0].factored").value("100.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        aged("2026-01-31", after).andExpect(jsonPath("$.totals.factored").value("0.00"));
        aged("2026-02-10", before).andExpect(jsonPath("$.totals.factored").value("0.00"));
        ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=2026-02-10&groupBy=customer")
                .andExpect(jsonPath("$.rows[0].factored").value("100.00"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=2026-02-10")
                .andExpect(jsonPath("$.items[0].factored.amount").value("100.00"));
    }

    /** What a credit note lowers is not with the factor either: never more than is open. */
    @Test
    void neverMoreIsFactoredThanIsOpen() throws Exception {
        assign("F1", true, "2026-02-01");
        story.creditNote("N1", "C1", "30.00", "2026-02-05")
                .allocateCredit("A1", "N1", "I1", "C1", "30.00",
                        "2026-02-05");
        aged("2026-02-10", story.position()).andExpect(jsonPath("$.totals.factored").value("70.00"));
    }

    @Test
    void whatIsSoldLeavesTheAgeingAndComesBackWhenItIsReturned() throws Exception {
        assign("F1", false, "2026-02-01");
        long sold = story.position();
        var returned = items("100.00");
        story.tell(new FactoredItemsBoughtBack(new FactoringId(story.id("F1")), story.accountId("C1"),
                story.entity(), FACTOR, true, returned, "defect", day("2026-02-20")),
                new InvoiceBoughtBack(invoice(), story.accountId("C1"), story.entity(),
                        new FactoringId(story.id("F1")), true, parts(returned), day("2026-02-20")));
        long after = story.position();

        aged("2026-01-31", after).andExpect(jsonPath("$.totals.balance").value("100.00"));
        aged("2026-02-01", after).andExpect(jsonPath("$.totals.balance").value("0.00"))
                .andExpect(jsonPath("$.totals.factored").value("0.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        aged("2026-02-20", after).andExpect(jsonPath("$.totals.balance").value("100.00"));
        aged("2026-02-20", sold).andExpect(jsonPath("$.totals.balance").value("0.00"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-02-10").andExpect(jsonPath("$.status").value("FACTORED"))
                .andExpect(jsonPath("$.amountFactored.amount").value("100.00"))
                .andExpect(jsonPath("$.amountDue.amount").value("0.00"));
        ask("/v1/invoices?legalEntity=" + story.entity() + "&status=FACTORED&asAt=2026-02-10")
                .andExpect(jsonPath("$.items", hasSize(1)));
        ask("/v1/invoices?legalEntity=" + story.entity() + "&status=FACTORED&asAt=2026-02-20")
                .andExpect(jsonPath("$.items", hasSize(0)));
        ask("/v1/factoring/" + story.id("F1") + "?asAt=2026-02-20")
                .andExpect(jsonPath("$.outstanding.amount").value("0.00"))
                .andExpect(jsonPath("$.items[0].boughtBack.amount").value("100.00"));
    }

    /** Nobody has paid what was sold. */
    @Test
    void aSaleIsNoCollection() throws Exception {
        story.invoice("I2", "C1", "50.00", "2026-01-01", "2026-01-31");
        assign("F1", false, "2026-02-01");
        story.position();
        ask("/v1/kpis?legalEntity=" + story.entity() + "&asAt=2026-02-28&from=2026-02-01")
                .andExpect(jsonPath("$.inputs.receivablesBegin").value("150.00"))
                .andExpect(jsonPath("$.inputs.soldToFactors").value("100.00"))
                .andExpect(jsonPath("$.inputs.receivablesEnd").value("50.00"))
                .andExpect(jsonPath("$.kpis.collectionEffectiveness.value").value("0.00"));
        ask("/v1/audit/movements?input=soldToFactors&legalEntity=" + story.entity()
                + "&asAt=2026-02-28&from=2026-02-01").andExpect(jsonPath("$.total").value("100.00"));
    }

    @Test
    void theDebtorPaysTheFactorAndTheInvoiceIsPaid() throws Exception {
        assign("F1", true, "2026-02-01");
        story.tell(new FactorSettlementReported(new FactoringId(story.id("F1")), story.accountId("C1"),
                story.entity(), FACTOR, false, new FactorSettlementId(story.id("S1")), items("100.00"), "st 7",
                day("2026-02-15")),
                new InvoicePaidToFactor(invoice(), story.accountId("C1"), story.entity(),
                        new FactoringId(story.id("F1")), false, parts(items("100.00")), day("2026-02-15")));
        long after = story.position();

        aged("2026-02-15", after).andExpect(jsonPath("$.totals.balance").value("0.00"))
                .andExpect(jsonPath("$.totals.factored").value("0.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-02-15").andExpect(jsonPath("$.status").value("PAID"))
                .andExpect(jsonPath("$.amountPaid.amount").value("100.00"));
        ask("/v1/invoices?legalEntity=" + story.entity() + "&status=PAID&asAt=2026-02-15")
                .andExpect(jsonPath("$.items", hasSize(1)));
        ask("/v1/factoring/" + story.id("F1") + "?asAt=2026-02-14")
                .andExpect(jsonPath("$.outstanding.amount").value("100.00"));
        // It was paid fifteen days late, to whomever.
        var behaviour = "/v1/customer-accounts/" + story.id("C1") + "/payment-behaviour?asAt=";
        ask(behaviour + "2026-02-14").andExpect(jsonPath("$.last12Months.settledInvoices").value(0));
        ask(behaviour + "2026-02-15").andExpect(jsonPath("$.last12Months.settledInvoices").value(1))
                .andExpect(jsonPath("$.last12Months.averageDaysLate").value("15.00"));
        story.tell(new FactorSettlementReversed(new FactoringId(story.id("F1")), story.accountId("C1"),
                story.entity(), FACTOR, false, new FactorSettlementId(story.id("S1")), items("100.00"), "a mistake",
                day("2026-02-20"), day("2026-02-15")));
        story.position();
        ask(behaviour + "2026-02-20").andExpect(jsonPath("$.last12Months.settledInvoices").value(0));
    }

    @Test
    void whatIsFactoredIsExplainedAndComparedLikeAnyFigure() throws Exception {
        long before = story.position();
        assign("F1", true, "2026-02-01");
        long after = story.position();
        var explain = "/v1/audit/explain?accountId=" + story.id("C1") + "&bucket=factored&asAt=";
        ask(explain + "2026-01-31").andExpect(jsonPath("$.figure.amount").value("0.00"));
        ask(explain + "2026-02-01").andExpect(jsonPath("$.figure.amount").value("100.00"))
                .andExpect(jsonPath("$.movements", hasSize(1)))
                .andExpect(jsonPath("$.movements[0].kind").value("ASSIGNED"))
                .andExpect(jsonPath("$.movements[0].type").value("ReceivablesFactored"));
        ask("/v1/audit/diff?accountId=%s&asAt=2026-02-01&asKnown=%d&asKnownOther=%d".formatted(story.id("C1"), before,
                after)).andExpect(jsonPath("$.balance.difference.amount").value("0.00"))
                .andExpect(jsonPath("$.lateFacts[0].effect.amount").value("0.00"))
                .andExpect(jsonPath("$.lateFacts[0].bucketEffect.factored").value("100.00"));
        story.creditNote("N1", "C1", "30.00", "2026-02-05")
                .allocateCredit("A1", "N1", "I1", "C1", "30.00", "2026-02-05");
        story.position();
        ask(explain + "2026-02-05").andExpect(jsonPath("$.figure.amount").value("70.00"))
                .andExpect(jsonPath("$.movements[0].kind").value("ISSUED"))
                .andExpect(jsonPath("$.movements[1].kind").value("CREDIT"));
    }

    @Test
    void whatWeOweTheFactorIsAddedUpByFactor() throws Exception {
        assign("F1", true, "2026-02-01");
        var id = new FactoringId(story.id("F1"));
        var debt = new FactorDebtId(story.id("A1"));
        story.allocate("A1", "P1", "I1", "C1", "40.00", "2026-03-01");
        story.tell(new FactorDebtIncurred(id, story.accountId("C1"), story.entity(), FACTOR, false, debt,
                new PaymentId(story.id("P1")), items("40.00"), day("2026-03-01")));
        long owed = story.position();
        story.tell(new FactorPaidOver(id, story.accountId("C1"), story.entity(), FACTOR, false,
                new FactorPayoutId(story.id("PO1")), eur("15.00"), null, day("2026-03-05")));
        long after = story.position();

        factors("2026-03-01", after).andExpect(jsonPath("$.items[0].owedToFactor.amount").value("40.00"))
                .andExpect(jsonPath("$.items[0].outstanding.amount").value("60.00"))
                .andExpect(jsonPath("$.items[0].guaranteeFund.amount").value("6.00"));
        factors("2026-03-05", after).andExpect(jsonPath("$.items[0].owedToFactor.amount").value("25.00"))
                .andExpect(jsonPath("$.items[0].paidOver.amount").value("15.00"));
        factors("2026-03-05", owed).andExpect(jsonPath("$.items[0].owedToFactor.amount").value("40.00"));
        factors("2026-02-28", after).andExpect(jsonPath("$.items[0].owedToFactor.amount").value("0.00"));
        aged("2026-03-01", after).andExpect(jsonPath("$.totals.factored").value("60.00"));
        ask("/v1/factoring?legalEntity=" + story.entity()).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].owedToFactor.amount").value("25.00"));
        ask("/v1/factoring?legalEntity=" + story.entity() + "&factor=OTHER")
                .andExpect(jsonPath("$.items", hasSize(0)));
        ask("/v1/factoring?accountId=" + story.id("C1") + "&outstanding=true&limit=1")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.nextCursor").value(Matchers.nullValue()));
        page("/factoring").andExpect(content().string(Matchers.containsString(story.id("F1"))));
        page("/accounts/" + story.id("C1") + "/collection")
                .andExpect(content().string(Matchers.containsString(story.id("F1"))));
    }

    @Test
    void cashThatIsHeldForTheFactorIsInNoBalance() throws Exception {
        assign("F1", false, "2026-02-01");
        story.tell(new PaymentHeldForFactor(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                new FactorDebtId(story.id("D1")), new FactoringId(story.id("F1")), eur("40.00"), day("2026-03-02")));
        long after = story.position();
        aged("2026-03-02", after).andExpect(jsonPath("$.totals.balance").value("0.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        aged("2026-03-01", after).andExpect(jsonPath("$.totals.balance").value("-40.00"));
        ask("/v1/payments/" + story.id("P1") + "?asAt=2026-03-02")
                .andExpect(jsonPath("$.unallocatedAmount.amount").value("0.00"))
                .andExpect(jsonPath("$.allocatedAmount.amount").value("40.00"));
        // It came, but not for us.
        ask("/v1/cash-forecast?legalEntity=" + story.entity() + "&asAt=2026-03-02")
                .andExpect(jsonPath("$.backTest.received").value("0.00"));
        ask("/v1/cash-forecast?legalEntity=" + story.entity() + "&asAt=2026-03-01")
                .andExpect(jsonPath("$.backTest.received").value("40.00"));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assign("F1", true, "2026-02-01");
        story.position();
        ask("/v1/factoring/no-such").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("FACTORING_NOT_FOUND"));
        ask("/v1/factoring/" + story.id("F1") + "?asAt=2026-01-31").andExpect(status().isNotFound());
        Stories.actAsMemberOf("DE99");
        ask("/v1/factoring/" + story.id("F1")).andExpect(status().isNotFound());
        ask("/v1/factors").andExpect(jsonPath("$.items", hasSize(0)));
    }

    private void assign(String id, boolean recourse, String date) {
        story.tell(new ReceivablesFactored(new FactoringId(story.id(id)), story.accountId("C1"), story.entity(), FACTOR,
                recourse, !recourse, items("100.00"), null, Percentage.of("10"), null, day(date)),
                new InvoiceFactored(invoice(), story.accountId("C1"), story.entity(), new FactoringId(story.id(id)),
                        !recourse, parts(items("100.00")), day(date)));
    }

    private InvoiceId invoice() {
        return new InvoiceId(story.id("I1"));
    }

    private List<ClaimItem> items(String amount) {
        return List.of(new ClaimItem(invoice(), 1, eur(amount)));
    }

    private static List<InstalmentAmount> parts(List<ClaimItem> items) {
        return items.stream().map(item -> new InstalmentAmount(item.instalment(), item.amount())).toList();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private ResultActions aged(String asAt, long known) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=" + asAt + "&asKnown=" + known)
                .andExpect(status().isOk());
    }

    private ResultActions factors(String asAt, long known) throws Exception {
        return ask("/v1/factors?legalEntity=" + story.entity() + "&asAt=" + asAt + "&asKnown=" + known)
                .andExpect(status().isOk());
    }

    private ResultActions page(String path) throws Exception {
        return http.perform(get(URI.create(path)).header("Accept", "text/html")).andExpect(status().isOk());
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(URI.create(path)));
    }
}
