package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.opening.Opening;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
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

/** A book that was moved here at 2026-02-01, and one sale since. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class OpeningItemsTest {

    private static final LocalDate CUT_OVER = LocalDate.parse("2026-02-01");

    @Autowired
    private MockMvc http;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void aMovedBook() {
        story = stories.begin().account("C1");
        var opening = new Opening(CUT_OVER, null);
        story.tell(new InvoiceIssued(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(), "F-old",
                ReceivableClass.TRADE, LocalDate.parse("2025-10-01"), null, eur("40.00"), List.of(),
                List.of(new Instalment(1, LocalDate.parse("2025-10-31"), eur("40.00"))), null,
                new Opening(CUT_OVER, eur("100.00"))))
                .tell(new PaymentReceived(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                        eur("15.00"), LocalDate.parse("2025-12-24"), null, PaymentMethod.CHEQUE, null, opening))
                .tell(new CreditNoteIssued(new CreditNoteId(story.id("N1")), story.accountId("C1"), story.entity(),
                        "A-old", LocalDate.parse("2025-11-05"), eur("5.00"), List.of(), "returned", List.of(), opening))
                .invoice("I2", "C1", "70.00", "2026-02-10", "2026-03-12")
                .position();
    }

    @Test
    void beforeTheCutOverTheBookIsEmpty() throws Exception {
        aged("2026-01-31", "dueDate").andExpect(jsonPath("$.rows").isEmpty())
                .andExpect(jsonPath("$.totals.balance").value("0.00"));
        for (var document : List.of("invoices/" + story.id("I1"), "payments/" + story.id("P1"),
                "credit-notes/" + story.id("N1"))) {
            ask("/v1/" + document + "?asAt=2026-01-31").andExpect(status().isNotFound());
        }
        ask("/v1/invoices?asAt=2026-01-31&legalEntity=" + story.entity()).andExpect(jsonPath("$.items").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"dueDate, 3", "documentDate, 3"})
    void fromTheCutOverItAgesByItsOldDates(String basis, int bucket) throws Exception {
        aged("2026-02-01", basis).andExpect(jsonPath("$.totals.buckets[" + bucket + "]").value("40.00"))
                .andExpect(jsonPath("$.totals.unapplied").value("20.00"))
                .andExpect(jsonPath("$.totals.balance").value("20.00"))
                .andExpect(jsonPath("$.rows[0].oldestDueDate").value("2025-10-31"))
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void theResourcesSayThatTheyAreOpeningItems() throws Exception {
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-02-01")
                .andExpect(jsonPath("$.issueDate").value("2025-10-01"))
                .andExpect(jsonPath("$.total.amount").value("40.00"))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.opening.cutOverDate").value("2026-02-01"))
                .andExpect(jsonPath("$.opening.originalTotal.amount").value("100.00"))
                .andExpect(jsonPath("$.instalments[0].daysPastDue").value(93));
        ask("/v1/invoices/" + story.id("I2")).andExpect(jsonPath("$.opening").doesNotHaveJsonPath());
        ask("/v1/payments/" + story.id("P1")).andExpect(jsonPath("$.receivedDate").value("2025-12-24"))
                .andExpect(jsonPath("$.opening.cutOverDate").value("2026-02-01"))
                .andExpect(jsonPath("$.opening.originalTotal").doesNotHaveJsonPath());
        ask("/v1/credit-notes/" + story.id("N1")).andExpect(jsonPath("$.issueDate").value("2025-11-05"))
                .andExpect(jsonPath("$.opening.cutOverDate").value("2026-02-01"));
    }

    @Test
    void openingInvoicesCanBeListed() throws Exception {
        ask("/v1/invoices?opening=true&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[*].invoiceId").value(contains(story.id("I1"))));
        ask("/v1/invoices?opening=false&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[*].invoiceId").value(contains(story.id("I2"), story.id("I1"))));
        ask("/v1/invoices?opening=yes").andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
    }

    /** Whoever sums what was issued must find the sale alone, and whoever sums what was received nothing. */
    @Test
    void theyAreNeitherSalesNorReceipts() {
        assertThat(sum("ISSUED")).isEqualTo(7000);
        assertThat(sum("RECEIVED")).isZero();
        assertThat(sum("OPENING")).isEqualTo(4000 - 1500 - 500);
    }

    @Test
    void theTimelineTellsThemFromTheCutOverOn() throws Exception {
        var path = "/v1/customer-accounts/" + story.id("C1") + "/timeline?asAt=";
        ask(path + "2026-01-31").andExpect(jsonPath("$.items[*].type").value(contains("CustomerAccountOpened")));
        ask(path + "2026-02-01").andExpect(jsonPath("$.items[0].effectiveDate").value("2026-02-01"))
                .andExpect(jsonPath("$.items[0].effect.amount").value("-5.00"));
    }

    @Test
    void creditsAreAsOldAsTheyWere() throws Exception {
        story.account("C2")
                .tell(new PaymentReceived(new PaymentId(story.id("P2")), story.accountId("C2"), story.entity(),
                        eur("9.00"), LocalDate.parse("2026-01-02"), null, PaymentMethod.CASH, null,
                        new Opening(CUT_OVER, null)))
                .position();

        ask("/v1/credit-balances?asAt=2026-02-01&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[0].origins[0].amount.amount").value("9.00"))
                .andExpect(jsonPath("$.items[0].daysOld").value(30));
    }

    private long sum(String kind) {
        return jdbc.sql("select coalesce(sum(amount), 0) from ledger.movement where legal_entity = ? and kind = ?")
                .params(story.entity().value(), kind)
                .query(Long.class)
                .single();
    }

    private ResultActions aged(String asAt, String basis) throws Exception {
        return ask("/v1/aged-balance?asAt=%s&basis=%s&legalEntity=%s".formatted(asAt, basis, story.entity()));
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
