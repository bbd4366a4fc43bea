package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.policy.BreachEffect;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 100.00 of the class TRADE, OTHER from 2026-03-10 on; a payment of 30.00 dated before is recorded after. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ReclassifiedTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;
    private long before;
    private long changed;

    @BeforeEach
    void aReclassifiedInvoice() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "7.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "35.00", "2026-01-20");
        before = story.position();
        story.tell(new InvoiceReclassified(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                ReceivableClass.TRADE, ReceivableClass.OTHER, "a loan", LocalDate.parse("2026-03-10")));
        changed = story.position();
        story.allocate("A1", "P1", "I1", "C1", "30.00", "2026-01-20");
        story.position();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
            // What is unapplied is of the class of the account.
            "2026-03-09, TRADE, 77.00 5.00 72.00",
            "2026-03-09, OTHER, 0.00 0.00 0.00",
            "2026-03-10, TRADE, 7.00 5.00 2.00",
            "2026-03-10, OTHER, 70.00 0.00 70.00",
            "2026-03-10, NON_TRADE, 0.00 0.00 0.00"})
    void theClassIsThatOfTheDate(String asAt, String one, String expected) throws Exception {
        var figures = expected.split(" ");
        aged("asAt=" + asAt + "&receivableClass=" + one)
                .andExpect(jsonPath("$.totals.buckets[1]").value(figures[0]))
                .andExpect(jsonPath("$.totals.unapplied").value(figures[1]))
                .andExpect(jsonPath("$.totals.balance").value(figures[2]))
                .andExpect(jsonPath("$.control.movements").value(figures[2]))
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void beforeTheChangeWasKnownTheOldClassStands() throws Exception {
        aged("asAt=2026-03-10&receivableClass=OTHER&asKnown=" + before)
                .andExpect(jsonPath("$.totals.balance").value("0.00"));
        aged("asAt=2026-03-10&receivableClass=TRADE&asKnown=" + before)
                .andExpect(jsonPath("$.totals.buckets[1]").value("107.00"));
        // Known before the payment settled anything.
        aged("asAt=2026-03-10&receivableClass=OTHER&asKnown=" + changed)
                .andExpect(jsonPath("$.totals.buckets[1]").value("100.00"));
        invoice("asAt=2026-03-10&asKnown=" + before).andExpect(jsonPath("$.receivableClass").value("TRADE"));
    }

    @Test
    void theInvoiceAndItsListsShowTheClassOfTheDate() throws Exception {
        invoice("asAt=2026-03-09").andExpect(jsonPath("$.receivableClass").value("TRADE"));
        invoice("asAt=2026-03-10").andExpect(jsonPath("$.receivableClass").value("OTHER"))
                .andExpect(jsonPath("$.amountDue.amount").value("70.00"))
                .andExpect(jsonPath("$.instalments.length()").value(1));
        var list = "/v1/invoices?legalEntity=" + story.entity() + "&receivableClass=OTHER&asAt=";
        ask(list + "2026-03-09").andExpect(jsonPath("$.items.length()").value(0));
        ask(list + "2026-03-10").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].invoiceId").value(story.id("I1")));
        ask(list.replace("OTHER", "TRADE") + "2026-03-10").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].invoiceId").value(story.id("I2")));
    }

    @Test
    void anOpenItemShowsItsClassAndIsFoundByIt() throws Exception {
        var items = "/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=";
        ask(items + "2026-03-10&receivableClass=OTHER").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].receivableClass").value("OTHER"))
                .andExpect(jsonPath("$.items[0].amountDue.amount").value("70.00"));
        ask(items + "2026-03-09&receivableClass=OTHER").andExpect(jsonPath("$.items.length()").value(0));
        ask(items + "2026-03-10").andExpect(jsonPath("$.items.length()").value(2));
        // Of now, where open items are kept.
        ask(items + "2026-06-01&receivableClass=TRADE").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].invoiceId").value(story.id("I2")));
    }

    @Test
    void theAccountShowsTheFiguresOfAClass() throws Exception {
        var account = "/v1/customer-accounts/" + story.id("C1") + "?asAt=2026-03-10";
        ask(account).andExpect(jsonPath("$.amountDue.amount").value("77.00"));
        ask(account + "&receivableClass=OTHER").andExpect(jsonPath("$.amountDue.amount").value("70.00"))
                .andExpect(jsonPath("$.unapplied.amount").value("0.00"))
                .andExpect(jsonPath("$.balance.amount").value("70.00"));
        ask(account + "&receivableClass=TRADE").andExpect(jsonPath("$.overdue.amount").value("7.00"))
                .andExpect(jsonPath("$.balance.amount").value("2.00"));
        ask(account + "&receivableClass=LOANS").andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
    }

    /** The cash counts at a date at which the invoice is of its new class already. */
    @Test
    void inHindsightItIsTheClassOfTheDateThatFalls() throws Exception {
        story.payment("P3", "C1", "70.00", "2026-03-15").allocate("A3", "P3", "I1", "C1", "70.00", "2026-05-01");
        story.position();
        aged("asAt=2026-04-01&view=hindsight&receivableClass=OTHER")
                .andExpect(jsonPath("$.totals.buckets[1]").value("0.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        aged("asAt=2026-04-01&view=hindsight&receivableClass=TRADE")
                .andExpect(jsonPath("$.totals.buckets[1]").value("7.00"))
                .andExpect(jsonPath("$.totals.unapplied").value("5.00"));
    }

    /** Whichever classes it was of before. */
    @Test
    void whatIsPlannedIsOfTheClassOfTheDate() throws Exception {
        var plan = new PaymentPlanId(story.id("PL1"));
        story.tell(new InvoiceReclassified(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                ReceivableClass.OTHER, ReceivableClass.TRADE, "no loan", LocalDate.parse("2026-03-20")))
                .tell(new PaymentPlanProposed(story.accountId("C1"), story.entity(), plan,
                        List.of(new PlanItem(new InvoiceId(story.id("I1")), 1, LocalDate.parse("2026-01-31"),
                                eur("70.00"))),
                        List.of(new PlanRate(LocalDate.parse("2026-05-01"), eur("70.00"))), "seasonal trade",
                        LocalDate.parse("2026-03-21")))
                .tell(new PaymentPlanAccepted(story.accountId("C1"), story.entity(), plan, "signed",
                        new PlanRules(5, eur("0.00"), BreachEffect.REMINDER, 8, null), LocalDate.parse("2026-03-21")));
        story.position();
        aged("asAt=2026-04-01&basis=plan&receivableClass=TRADE")
                .andExpect(jsonPath("$.totals.notDue").value("70.00"))
                .andExpect(jsonPath("$.totals.buckets[1]").value("7.00"));
    }

    /** Nothing was collected of the one class because it is of the other. */
    @Test
    void keyFiguresOfAClassCountWhatCameFromAnother() throws Exception {
        var kpis = "/v1/kpis?legalEntity=" + story.entity() + "&asAt=2026-03-31&receivableClass=";
        ask(kpis + "OTHER&from=2026-03-01").andExpect(jsonPath("$.inputs.receivablesBegin").value("0.00"))
                .andExpect(jsonPath("$.inputs.reclassified").value("70.00"))
                .andExpect(jsonPath("$.inputs.receivablesEnd").value("70.00"))
                .andExpect(jsonPath("$.kpis.collectionEffectiveness.value").value("0.00"));
        ask(kpis + "TRADE&from=2026-03-01").andExpect(jsonPath("$.inputs.reclassified").value("-70.00"))
                .andExpect(jsonPath("$.kpis.collectionEffectiveness.value").value("0.00"));
        ask(kpis.replace("&receivableClass=", "") + "&from=2026-03-01")
                .andExpect(jsonPath("$.inputs.reclassified").value("0.00"));
        // What is paid or lost later is of the new class.
        story.payment("P3", "C1", "20.00", "2026-03-15")
                .allocate("A3", "P3", "I1", "C1", "20.00", "2026-03-15")
                .tell(new InvoiceWrittenOff(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                        new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("10.00"))), "lost", false,
                        List.of(), "clerk-1", null, eur("1000.00"), null, LocalDate.parse("2026-03-16")));
        story.position();
        ask(kpis + "OTHER&from=2026-01-01").andExpect(jsonPath("$.inputs.reclassified").value("70.00"))
                .andExpect(jsonPath("$.inputs.settled").value("20.00"))
                .andExpect(jsonPath("$.inputs.writtenOff").value("10.00"))
                .andExpect(jsonPath("$.inputs.receivablesEnd").value("40.00"))
                .andExpect(jsonPath("$.kpis.collectionEffectiveness.value").value("42.86"));
        ask(kpis + "TRADE&from=2026-01-01").andExpect(jsonPath("$.inputs.settled").value("30.00"))
                .andExpect(jsonPath("$.inputs.writtenOff").value("0.00"));
    }

    /** The sale was made in the old class; what is owed of it is owed in the new one. */
    @Test
    void daysOfSalesOfAClassCountTheSalesThatItsReceivablesComeFrom() throws Exception {
        var kpis = "/v1/kpis?legalEntity=" + story.entity() + "&from=2026-01-01&receivableClass=";
        ask(kpis + "OTHER&asAt=2026-03-31").andExpect(jsonPath("$.inputs.netSales").value("0.00"))
                .andExpect(jsonPath("$.inputs.reclassifiedSales").value("100.00"))
                .andExpect(jsonPath("$.inputs.receivablesEnd").value("70.00"))
                .andExpect(jsonPath("$.kpis.dsoSimple.value").value("63.00"))
                .andExpect(jsonPath("$.kpis.dsoSimple.formula")
                        .value("receivablesEnd / (netSales + reclassifiedSales) x days"))
                // 31 days of March and 28 of February without any, and 70.00 of the 100.00 of January.
                .andExpect(jsonPath("$.kpis.dsoCountback.value").value("80.70"));
        ask(kpis + "TRADE&asAt=2026-03-31").andExpect(jsonPath("$.inputs.netSales").value("107.00"))
                .andExpect(jsonPath("$.inputs.reclassifiedSales").value("-100.00"))
                .andExpect(jsonPath("$.kpis.dsoSimple.value").value("90.00"));
        movements("TRADE&asAt=2026-03-31", "-100.00", 1);
        movements("OTHER&asAt=2026-03-31", "100.00", 1);
        movements("OTHER&asAt=2026-03-09", "0.00", 0);
        ask("/v1/audit/explain?kpi=dsoSimple&legalEntity=" + story.entity()
                + "&from=2026-01-01&asAt=2026-03-31&receivableClass=OTHER").andExpect(
                        jsonPath("$.inputs[?(@.name == 'reclassifiedSales')].movements").isNotEmpty());
        ask(kpis + "OTHER&asAt=2026-03-09").andExpect(jsonPath("$.inputs.reclassifiedSales").value("0.00"))
                .andExpect(jsonPath("$.kpis.dsoSimple.reason").value("NO_SALES"));
        ask(kpis + "OTHER&asAt=2026-03-31&asKnown=" + before)
                .andExpect(jsonPath("$.inputs.reclassifiedSales").value("0.00"));
    }

    /** There and back again: what has left a class and come back is none that came to it. */
    @Test
    void salesThatCameBackAreNotMoved() throws Exception {
        story.tell(new InvoiceReclassified(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                ReceivableClass.OTHER, ReceivableClass.TRADE, "no loan", LocalDate.parse("2026-03-20")));
        story.position();
        movements("TRADE&asAt=2026-03-31", "0.00", 0);
        movements("TRADE&asAt=2026-03-15", "-100.00", 1);
    }

    private void movements(String of, String total, int lines) throws Exception {
        ask("/v1/audit/movements?input=reclassifiedSales&legalEntity=" + story.entity()
                + "&from=2026-01-01&receivableClass=" + of).andExpect(jsonPath("$.total").value(total))
                .andExpect(jsonPath("$.items.length()").value(lines));
    }

    /** Money for what was lost is of the class that the invoice has on its day. */
    @Test
    void whatIsRecoveredIsOfTheClassOfItsDay() throws Exception {
        story.tell(new InvoiceWrittenOff(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("10.00"))), "lost", false,
                List.of(), "clerk-1", null, eur("1000.00"), null, LocalDate.parse("2026-02-16")))
                .tell(recovered("R1", "1.00", "2026-03-09"))
                .tell(recovered("R2", "2.00", "2026-03-10"));
        story.position();
        var kpis = "/v1/kpis?legalEntity=" + story.entity() + "&asAt=2026-03-31&from=2026-01-01&receivableClass=";
        ask(kpis + "OTHER").andExpect(jsonPath("$.inputs.recovered").value("2.00"));
        ask(kpis + "TRADE").andExpect(jsonPath("$.inputs.recovered").value("1.00"));
        ask(kpis.replace("&receivableClass=", "")).andExpect(jsonPath("$.inputs.recovered").value("3.00"));
    }

    private WrittenOffAmountRecovered recovered(String id, String amount, String date) {
        return new WrittenOffAmountRecovered(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new RecoveryId(story.id(id)), eur(amount), null, null, LocalDate.parse(date));
    }

    /** What is secured, or promised, is so of all that an account owes: the answers of the classes add up. */
    @Test
    void whatIsAgreedWithTheAccountIsCountedInOneClass() throws Exception {
        story.tell(new ExposureReported(story.accountId("C1"), story.entity(),
                new ReportedExposure(null, null, null, eur("22.00")), LocalDate.parse("2026-03-15")))
                .tell(new PromiseMade(story.accountId("C1"), story.entity(), new PromiseId(story.id("PR1")),
                        eur("40.00"), LocalDate.parse("2026-04-10"), 2, List.of(), null, null, null,
                        LocalDate.parse("2026-03-20")));
        story.position();
        var of = "?legalEntity=" + story.entity() + "&asAt=2026-03-31&receivableClass=";
        ask("/v1/allowance" + of + "OTHER").andExpect(jsonPath("$.matrices[0].bands[2].secured").value("20.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        ask("/v1/allowance" + of + "TRADE").andExpect(jsonPath("$.matrices[0].bands[2].secured").value("2.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        ask("/v1/cash-forecast" + of + "OTHER").andExpect(jsonPath("$.bases.agreed").value("40.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        ask("/v1/cash-forecast" + of + "TRADE").andExpect(jsonPath("$.bases.agreed").value("0.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    /** The amount moves once, whatever is read again: what the fact adds is numbered the same each time. */
    @Test
    void theChangeMovesNothingButTheClass() {
        assertThat(jdbc.sql("""
                select coalesce(sum(amount), 0) from ledger.movement where ordinal >= 1000000 and document_id = ?""")
                .param(story.id("I1"))
                .query(Long.class)
                .single()).isZero();
        assertThat(jdbc.sql("select count(*) from ledger.open_item where document_id = ?")
                .param(story.id("I1"))
                .query(Long.class)
                .single()).isOne();
        assertThat(eur("70.00").minorUnits()).isEqualTo(jdbc.sql("""
                select amount from ledger.open_item where document_id = ? and receivable_class = 'OTHER'""")
                .param(story.id("I1"))
                .query(Long.class)
                .single());
    }

    private ResultActions aged(String parameters) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity() + "&" + parameters);
    }

    private ResultActions invoice(String parameters) throws Exception {
        return ask("/v1/invoices/" + story.id("I1") + "?" + parameters);
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
