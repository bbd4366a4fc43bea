package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceRescheduled;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 100.00, due on 2026-01-31, 25.00 paid; the rest was rescheduled from 2026-03-10 on. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class RescheduledTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private long before;

    @BeforeEach
    void aRescheduledInvoice() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "25.00", "2026-01-20")
                .allocate("A1", "P1", "I1", "C1", "25.00", "2026-01-20");
        before = story.position();
        story.tell(new InvoiceRescheduled(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                LocalDate.parse("2026-01-01"), ReceivableClass.TRADE,
                List.of(new InstalmentAmount(1, eur("75.00"))),
                List.of(new Instalment(2, LocalDate.parse("2026-05-31"), eur("50.00")),
                        new Instalment(3, LocalDate.parse("2026-06-30"), eur("25.00"))),
                "agreed", LocalDate.parse("2026-03-10")));
        story.position();
    }

    @ParameterizedTest(name = "{0} {1}: not due {2}, buckets {3}")
    @CsvSource({
            "2026-03-09, dueDate, 0.00, 0.00 75.00 0.00 0.00",
            "2026-03-10, dueDate, 75.00, 0.00 0.00 0.00 0.00",
            "2026-06-01, dueDate, 25.00, 50.00 0.00 0.00 0.00",
            "2026-07-01, dueDate, 0.00, 25.00 50.00 0.00 0.00",
            // A document ages from its own date, whatever was agreed since.
            "2026-03-10, documentDate, 0.00, 0.00 0.00 75.00 0.00"})
    void whatIsOpenAgesByItsNewDatesFromTheDayOfTheAgreement(String asAt, String basis, String notDue, String buckets)
            throws Exception {
        var expected = buckets.split(" ");
        var answer = ask("/v1/aged-balance?legalEntity=%s&asAt=%s&basis=%s".formatted(story.entity(), asAt, basis))
                .andExpect(jsonPath("$.totals.notDue").value(notDue))
                .andExpect(jsonPath("$.totals.balance").value("75.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        for (int i = 0; i < expected.length; i++) {
            answer.andExpect(jsonPath("$.totals.buckets[" + i + "]").value(expected[i]));
        }
    }

    @Test
    void beforeItWasKnownTheOldDatesStand() throws Exception {
        ask("/v1/aged-balance?legalEntity=%s&asAt=2026-07-01&asKnown=%s".formatted(story.entity(), before))
                .andExpect(jsonPath("$.totals.buckets[3]").value("75.00"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-07-01&asKnown=" + before)
                .andExpect(jsonPath("$.instalments.length()").value(1))
                .andExpect(jsonPath("$.instalments[0].amountDue.amount").value("75.00"))
                .andExpect(jsonPath("$.instalments[0].amountRescheduled").doesNotExist());
    }

    @Test
    void t12TheInvoiceShowsWhatMovedWhereFrom() throws Exception {
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-06-10")
                .andExpect(jsonPath("$.status").value("PARTIALLY_PAID"))
                .andExpect(jsonPath("$.amountDue.amount").value("75.00"))
                .andExpect(jsonPath("$.instalments.length()").value(3))
                .andExpect(jsonPath("$.instalments[0].dueDate").value("2026-01-31"))
                .andExpect(jsonPath("$.instalments[0].amount.amount").value("100.00"))
                .andExpect(jsonPath("$.instalments[0].amountDue.amount").value("0.00"))
                .andExpect(jsonPath("$.instalments[0].amountRescheduled.amount").value("75.00"))
                .andExpect(jsonPath("$.instalments[1].no").value(2))
                .andExpect(jsonPath("$.instalments[1].daysPastDue").value(10))
                .andExpect(jsonPath("$.instalments[1].amountRescheduled").doesNotExist())
                .andExpect(jsonPath("$.instalments[2].amountDue.amount").value("25.00"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-03-09").andExpect(
                jsonPath("$.instalments.length()").value(1)).andExpect(jsonPath("$.overdue").value(true));
    }

    @Test
    void theListsGoByTheNewDates() throws Exception {
        var list = "/v1/invoices?legalEntity=" + story.entity() + "&overdue=true&asAt=";
        ask(list + "2026-03-09").andExpect(jsonPath("$.items.length()").value(1));
        ask(list + "2026-03-10").andExpect(jsonPath("$.items.length()").value(0));
        ask(list + "2026-06-01").andExpect(jsonPath("$.items.length()").value(1));
        var items = ask("/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=2026-06-10").andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(items).contains("\"instalment\":2", "\"dueDate\":\"2026-05-31\"").doesNotContain("\"instalment\":1");
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
