package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.RuleApplied;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.events.policy.AllocationRule;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Cents that allocations left, and why money went where it went, as at a date and as known then. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class SmallDifferencesTest {

    private static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    /** 99.98 on an invoice over 100.00 at March 1, and 50.03 on one over 50.00. */
    @BeforeEach
    void aBookWithCents() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-10", "2026-02-09")
                .invoice("I2", "C1", "50.00", "2026-01-10", "2026-02-09")
                .payment("P1", "C1", "99.98", "2026-03-01")
                .payment("P2", "C1", "50.03", "2026-03-01")
                .allocate("A2", "P2", "I2", "C1", "50.00", "2026-03-01");
        story.tell(new PaymentAllocated(payment("P1"), story.accountId("C1"), story.entity(), id("A1"),
                AllocationTarget.of(invoice("I1")), List.of(new SettledPart(1, eur("99.98"), eur("0.00"))), MARCH_1,
                new RuleApplied(AllocationRule.EXACT_MATCH, 3, "99.98 EUR is close to 100.00 EUR", 2, List.of()),
                List.of(new DiscountShare(Percentage.of("20.00"), eur("1.00"), eur("0.20")))))
                .tell(new SmallDifferenceWrittenOff(invoice("I1"), story.accountId("C1"), story.entity(), id("A1"),
                        List.of(new InstalmentAmount(1, eur("0.02"))), eur("0.50"), 3, MARCH_1))
                .tell(new SmallDifferenceTaken(payment("P2"), story.accountId("C1"), story.entity(), id("A2"),
                        eur("0.03"), eur("0.50"), 3, MARCH_1));
    }

    @Test
    void aSmallDifferenceMakesNoLoss() throws Exception {
        story.position();
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-03-01").andExpect(jsonPath("$.status").value("PAID"))
                .andExpect(jsonPath("$.amountDue.amount").value("0.00"))
                .andExpect(jsonPath("$.amountPaid.amount").value("99.98"))
                .andExpect(jsonPath("$.amountWrittenOff.amount").value("0.02"));
        ask("/v1/invoices?asAt=2026-03-01&status=WRITTEN_OFF&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items").isEmpty());
        ask("/v1/invoices?asAt=2026-03-01&status=PAID&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items.length()").value(2));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-02-28").andExpect(jsonPath("$.status").value("OPEN"));
    }

    @Test
    void keptCentsCountAsAllocated() throws Exception {
        story.position();
        ask("/v1/payments/" + story.id("P2") + "?asAt=2026-03-01")
                .andExpect(jsonPath("$.allocatedAmount.amount").value("50.03"))
                .andExpect(jsonPath("$.unallocatedAmount.amount").value("0.00"));
        aged("2026-03-01").andExpect(jsonPath("$.totals.balance").value("0.00"))
                .andExpect(jsonPath("$.rows").isEmpty());
    }

    @Test
    void theAllocationTellsItsRuleAndTheTaxOfItsDiscount() throws Exception {
        story.position();
        ask("/v1/payments/" + story.id("P1") + "?asAt=2026-03-01")
                .andExpect(jsonPath("$.allocations[0].rule.id").value("EXACT_MATCH"))
                .andExpect(jsonPath("$.allocations[0].rule.policyVersion").value(3))
                .andExpect(jsonPath("$.allocations[0].discountShares[0].tax.amount").value("0.20"));
        ask("/payments/" + story.id("P1") + "?asAt=2026-03-01").andExpect(status().isOk());
    }

    @Test
    void takenBackTheyAreOwedAgainFromThenOnAndWhatWasKnownStaysKnown() throws Exception {
        long known = story.position();
        story.tell(new SmallDifferenceReversed(invoice("I1"), story.accountId("C1"), story.entity(), id("A1"),
                List.of(new InstalmentAmount(1, eur("0.02"))), "wrong invoice", LocalDate.parse("2026-03-10")))
                .tell(new SmallDifferenceGivenBack(payment("P2"), story.accountId("C1"), story.entity(), id("A2"),
                        eur("0.03"), "wrong invoice", LocalDate.parse("2026-03-10")))
                .position();
        aged("2026-03-10").andExpect(jsonPath("$.totals.buckets[0]").value("0.02"))
                .andExpect(jsonPath("$.totals.unapplied").value("0.03"));
        aged("2026-03-09").andExpect(jsonPath("$.totals.balance").value("0.00"));
        aged("2026-03-10&asKnown=" + known).andExpect(jsonPath("$.totals.balance").value("0.00"))
                .andExpect(jsonPath("$.totals.unapplied").value("0.00"));
    }

    private AllocationId id(String shortId) {
        return new AllocationId(story.id(shortId));
    }

    private InvoiceId invoice(String shortId) {
        return new InvoiceId(story.id(shortId));
    }

    private PaymentId payment(String shortId) {
        return new PaymentId(story.id(shortId));
    }

    private ResultActions aged(String asAt) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=" + asAt)
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path)).andExpect(status().isOk());
    }
}
