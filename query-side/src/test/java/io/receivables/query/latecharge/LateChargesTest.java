package io.receivables.query.latecharge;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.AppliedReference;
import io.receivables.events.charge.ChargeCalculation;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.DayCount;
import io.receivables.events.charge.InterestPeriod;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.rate.HalfYearRate;
import io.receivables.events.rate.ReferenceRateSet;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 12,000.00 due 2026-05-31; 79.89 of interest and 40.00 claimed 06-20, the interest paid 07-01, the rest given up 07-03. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class LateChargesTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private long claimed;

    @BeforeEach
    void anInvoiceWithCharges() {
        story = stories.begin().account("C1").invoice("I1", "C1", "12000.00", "2026-05-01", "2026-05-31");
        claim("LC1", ChargeKind.INTEREST, "79.89", interest());
        claimed = claim("LC2", ChargeKind.FIXED_INDEMNITY, "40.00", null).position();
        var paid = new PaymentAllocated(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                new AllocationId(story.id("A1")), AllocationTarget.of(new ChargeId(story.id("LC1"))),
                List.of(new SettledPart(0, eur("79.89"), eur("0.00"))), LocalDate.parse("2026-07-01"));
        story.payment("P1", "C1", "79.89", "2026-07-01")
                .tell(paid, new LateChargeSettledInPart(new ChargeId(story.id("LC1")), story.accountId("C1"),
                        story.entity(), paid.allocationId(), CreditSource.of(paid.paymentId()), eur("79.89"),
                        paid.effectiveDate()))
                .tell(new LateChargeReversed(new ChargeId(story.id("LC2")), story.accountId("C1"), story.entity(),
                        new InvoiceId(story.id("I1")), ChargeKind.FIXED_INDEMNITY, eur("40.00"), "goodwill", false,
                        LocalDate.parse("2026-07-03")))
                .position();
    }

    @Test
    void theAgedBalanceTellsThePartThatIsCharges() throws Exception {
        aged("2026-06-19").andExpect(jsonPath("$.totals.charges").value("0.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("12000.00"));
        aged("2026-06-20").andExpect(jsonPath("$.totals.charges").value("119.89"))
                .andExpect(jsonPath("$.totals.notDue").value("119.89"));
        aged("2026-06-21").andExpect(jsonPath("$.rows[0].charges").value("119.89"))
                .andExpect(jsonPath("$.rows[0].buckets[0]").value("12119.89"))
                .andExpect(jsonPath("$.control.ties").value(true));
        aged("2026-07-02").andExpect(jsonPath("$.rows[0].charges").value("40.00"));
        aged("2026-07-03").andExpect(jsonPath("$.rows[0].charges").value("0.00"))
                .andExpect(jsonPath("$.totals.balance").value("12000.00"));
        ask("/v1/aged-balance?asAt=2026-07-03&groupBy=customer&asKnown=" + claimed + "&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.rows[0].charges").value("119.89"));
    }

    @Test
    void aCustomersRowForOneOfTwoAccountsHasTheChargesOfThatOneAlone() throws Exception {
        story.account("C2", "EUR", "C1", ReceivableClass.TRADE)
                .invoice("I2", "C2", "10.00", "2026-05-01", "2026-05-31");
        story.position();
        ask("/v1/aged-balance?asAt=2026-06-21&groupBy=customer&legalEntity=" + story.entity() + "&accountId="
                + story.id("C2"))
                .andExpect(jsonPath("$.totals.charges").value("0.00"))
                .andExpect(jsonPath("$.rows[0].balance").value("10.00"))
                .andExpect(jsonPath("$.rows[0].charges").value("0.00"));
    }

    @Test
    void theInvoiceIsPrincipalOnlyAndListsItsCharges() throws Exception {
        var path = "/v1/invoices/" + story.id("I1");
        ask(path + "?asAt=2026-07-02").andExpect(jsonPath("$.amountDue.amount").value("12000.00"))
                .andExpect(jsonPath("$.lateCharges.length()").value(2))
                .andExpect(jsonPath("$.lateCharges[0].chargeId").value(story.id("LC1")))
                .andExpect(jsonPath("$.lateCharges[0].amountDue.amount").value("0.00"))
                .andExpect(jsonPath("$.lateCharges[1].amountDue.amount").value("40.00"));
        ask(path + "?asAt=2026-07-03").andExpect(jsonPath("$.lateCharges.length()").value(1));
        ask(path + "?asAt=2026-07-03&asKnown=" + claimed).andExpect(jsonPath("$.lateCharges.length()").value(2));
    }

    @Test
    void chargesAreOpenItemsAndPartOfWhatIsOverdue() throws Exception {
        var account = "/v1/customer-accounts/" + story.id("C1");
        ask(account + "?asAt=2026-06-21").andExpect(jsonPath("$.overdue.amount").value("12119.89"));
        ask(account + "/open-items?asAt=2026-06-21").andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].kind").value("INVOICE"))
                .andExpect(jsonPath("$.items[1].kind").value("CHARGE"))
                .andExpect(jsonPath("$.items[1].chargeKind").value("INTEREST"))
                .andExpect(jsonPath("$.items[1].chargeId").value(story.id("LC1")))
                .andExpect(jsonPath("$.items[1].invoiceId").value(story.id("I1")))
                .andExpect(jsonPath("$.items[1].daysPastDue").value(1));
    }

    @Test
    void aChargeTellsHowItCameAbout() throws Exception {
        var path = "/v1/late-charges/" + story.id("LC1");
        http.perform(get(path + "?asAt=2026-06-19"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("LATE_CHARGE_NOT_FOUND"));
        ask(path + "?asAt=2026-06-30").andExpect(jsonPath("$.amountDue.amount").value("79.89"))
                .andExpect(jsonPath("$.calculation.periods[0].days").value(20))
                .andExpect(jsonPath("$.calculation.periods[0].base.amount").value("12000.00"))
                .andExpect(jsonPath("$.calculation.periods[0].reference.percent").value("2.15"));
        ask(path + "?asAt=2026-07-01").andExpect(jsonPath("$.amountDue.amount").value("0.00"));
        ask("/v1/late-charges/" + story.id("LC2") + "?asAt=2026-07-03").andExpect(jsonPath("$.reversed").value(true));
    }

    @Test
    void thePagesShowChargesInBothLanguages() throws Exception {
        page("/invoices/", "I1", Locale.ENGLISH).andExpect(content().string(containsString("Late interest")))
                .andExpect(content().string(containsString("79.890411")))
                .andExpect(content().string(containsString("ECB_MRO 2026-01-01: 2.15 % (ECB)")));
        page("/invoices/", "I1", Locale.FRENCH).andExpect(content().string(containsString("Intérêts de retard")))
                .andExpect(content().string(containsString("Jusqu&#39;au")));
        page("/accounts/", "C1", Locale.ENGLISH).andExpect(content().string(containsString("Fixed indemnity")));
        page("/payments/", "P1", Locale.ENGLISH).andExpect(content().string(containsString(story.id("LC1"))));
    }

    @Test
    void aPeriodTellsWhatWasLeftOutAsDisputed() throws Exception {
        claim("LC3", ChargeKind.INTEREST, "59.92", withoutDisputed()).position();
        ask("/v1/late-charges/" + story.id("LC3") + "?asAt=2026-06-30")
                .andExpect(jsonPath("$.calculation.periods[0].base.amount").value("9000.00"))
                .andExpect(jsonPath("$.calculation.periods[0].disputed.amount").value("3000.00"));
        ask("/v1/late-charges/" + story.id("LC1") + "?asAt=2026-06-30")
                .andExpect(jsonPath("$.calculation.periods[0].disputed").doesNotExist());
        page("/invoices/", "I1", Locale.ENGLISH).andExpect(content().string(containsString("Disputed, left out")))
                .andExpect(content().string(containsString(">3\u202f000.00<")));
        page("/invoices/", "I1", Locale.FRENCH).andExpect(content().string(containsString("En litige, exclu")));
    }

    @Test
    void ratesAreToldAsTheyWereKnown() throws Exception {
        var rate = "R_" + story.entity();
        long first = story.tell(rate(rate, 1, "2.15")).position();
        story.tell(rate(rate, 2, "2.40")).position();
        ask("/v1/reference-rates?rate=" + rate).andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].percent").value("2.40"))
                .andExpect(jsonPath("$.items[0].validTo").value("2026-06-30"))
                .andExpect(jsonPath("$.items[0].version").value(2));
        ask("/v1/reference-rates?rate=" + rate + "&asKnown=" + first)
                .andExpect(jsonPath("$.items[0].percent").value("2.15"));
    }

    private static ReferenceRateSet rate(String rate, int version, String percent) {
        return new ReferenceRateSet(rate, version,
                List.of(new HalfYearRate(LocalDate.parse("2026-01-01"), Percentage.of(percent))), "ECB",
                LocalDate.parse("2026-01-02"));
    }

    private Story claim(String id, ChargeKind kind, String amount, @Nullable ChargeCalculation calculation) {
        return story.tell(new LateChargeClaimed(new ChargeId(story.id(id)), story.accountId("C1"), story.entity(),
                new InvoiceId(story.id("I1")), ReceivableClass.TRADE, kind, eur(amount), 3, calculation, null,
                LocalDate.parse("2026-06-20")));
    }

    private static ChargeCalculation withoutDisputed() {
        var until = LocalDate.parse("2026-06-20");
        return new ChargeCalculation("CONTRACTUAL", DayCount.ACT_365, until, 20,
                List.of(new InterestPeriod(1, LocalDate.parse("2026-05-31"), until, 20, eur("9000.00"),
                        Percentage.of("12.15"), 365, new BigDecimal("59.91780821917808219178"), null,
                        eur("3000.00"))),
                BigDecimal.ZERO, null);
    }

    private static ChargeCalculation interest() {
        var until = LocalDate.parse("2026-06-20");
        return new ChargeCalculation("REFERENCE", DayCount.ACT_365, until, 20,
                List.of(new InterestPeriod(1, LocalDate.parse("2026-05-31"), until, 20, eur("12000.00"),
                        Percentage.of("12.15"), 365, new BigDecimal("79.89041095890410958904"),
                        new AppliedReference("ECB_MRO", LocalDate.parse("2026-01-01"), Percentage.of("2.15"), 1, "ECB",
                                null))),
                BigDecimal.ZERO, "C. com. L441-10 II");
    }

    private ResultActions aged(String asAt) throws Exception {
        return ask("/v1/aged-balance?asAt=" + asAt + "&legalEntity=" + story.entity());
    }

    private ResultActions page(String path, String id, Locale language) throws Exception {
        return http.perform(get(path + story.id(id) + "?asAt=2026-07-02").locale(language)
                .header("Accept-Language", language.toLanguageTag())).andExpect(status().isOk());
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path)).andExpect(status().isOk());
    }
}
