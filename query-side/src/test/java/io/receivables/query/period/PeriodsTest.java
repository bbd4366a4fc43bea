package io.receivables.query.period;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** March: 100.00 invoiced, 30.00 paid, signed at 70.00; then an invoice of 20.00 comes late, and cash of nobody. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class PeriodsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;
    private long signed;

    @BeforeEach
    void aMonthThatIsClosed() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "30.00", "2026-03-20")
                .invoice("I2", "C1", "500.00", "2026-04-01", "2026-05-01");
        story.tell(closed(1, "100.00", "30.00", "70.00"));
        signed = story.stored();
        story.bookedOn(LocalDate.parse("2026-04-01"))
                .invoice("I3", "C1", "20.00", "2026-03-15", "2026-04-15")
                .payment("U1", null, "5.00", "2026-03-31")
                .bookedOn(null)
                .payment("P2", "C1", "1.00", "2026-04-02");
        story.position();
    }

    @Test
    void aMonthThatNobodySignedIsNotFound() throws Exception {
        ask("/v1/periods/" + entity() + "/2026-02").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PERIOD_NOT_FOUND"));
        ask("/v1/periods/" + entity() + "/2026-02/late-facts").andExpect(jsonPath("$.code").value("PERIOD_NOT_FOUND"));
        ask(path() + "/late-facts?signOff=2").andExpect(jsonPath("$.code").value("PERIOD_NOT_FOUND"));
        ask("/v1/periods/" + entity() + "/march").andExpect(jsonPath("$.code").value("PARAMETER_INVALID"));
        ask(path() + "?asKnown=" + (signed - 1)).andExpect(jsonPath("$.code").value("PERIOD_NOT_FOUND"));
    }

    @Test
    void anUnknownSignOffIsRefused() throws Exception {
        aged("signoff:" + entity() + "/2026-02").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("SIGN_OFF_UNKNOWN"));
        aged("signoff:" + entity() + "/2026-03/2").andExpect(jsonPath("$.code").value("SIGN_OFF_UNKNOWN"));
        for (var bad : List.of("signoff:", "signoff:2026-03", "signoff:" + entity() + "/2026-3",
                "signoff:" + entity() + "/2026-13", "signoff:" + entity() + "/2026-03/0", "signOff:x/2026-03")) {
            aged(bad).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.code").value("AS_KNOWN_INVALID"));
        }
        aged("signoff:NONE/2026-03").andExpect(jsonPath("$.code").value("SIGN_OFF_UNKNOWN"));
    }

    @Test
    void theSignOffIsACutThatEveryQuestionTakes() throws Exception {
        aged("signoff:" + entity() + "/2026-03").andExpect(jsonPath("$.totals.balance").value("70.00"))
                .andExpect(jsonPath("$.control.ties").value(true))
                .andExpect(jsonPath("$.asKnown.position").value(signed))
                .andExpect(jsonPath("$.asKnown.signOff").value(entity() + "/2026-03/1"));
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=2026-03-31&asKnown=signoff:" + entity() + "/2026-03/1")
                .andExpect(jsonPath("$.balance.amount").value("70.00"));
        aged(Long.toString(signed)).andExpect(jsonPath("$.totals.balance").value("70.00"))
                .andExpect(jsonPath("$.asKnown.signOff").doesNotExist());
        ask("/v1/aged-balance?legalEntity=" + entity() + "&asAt=2026-03-31")
                .andExpect(jsonPath("$.totals.balance").value("90.00"));
    }

    @Test
    void whatCameLateIsListedAndReconciles() throws Exception {
        ask(path()).andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.signOffs[0].ties").value(true))
                .andExpect(jsonPath("$.signOffs[0].asKnown.position").value(signed))
                .andExpect(jsonPath("$.signOffs[0].totals[0].balance.amount").value("70.00"))
                .andExpect(jsonPath("$.lateFacts").value(2))
                .andExpect(jsonPath("$.reconciliation[0].signedOff.amount").value("70.00"))
                .andExpect(jsonPath("$.reconciliation[0].lateFacts.amount").value("20.00"))
                .andExpect(jsonPath("$.reconciliation[0].now.amount").value("90.00"));
        ask(path() + "/late-facts").andExpect(jsonPath("$.items[*].streamId").value(contains(story.id("I3"),
                story.id("U1"))))
                .andExpect(jsonPath("$.items[0].effectiveDate").value("2026-03-15"))
                .andExpect(jsonPath("$.items[0].accountingDate").value("2026-04-01"))
                .andExpect(jsonPath("$.items[0].effect.amount").value("20.00"))
                .andExpect(jsonPath("$.items[1].effect.amount").value("0.00"));
        ask(path() + "/late-facts?asKnown=" + (signed + 1)).andExpect(jsonPath("$.items", hasSize(1)));
        var first = ask(path() + "/late-facts?limit=1").andExpect(jsonPath("$.items", hasSize(1)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var cursor = first.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1");
        ask(path() + "/late-facts?limit=1&after=" + cursor)
                .andExpect(jsonPath("$.items[0].streamId").value(story.id("U1")));
    }

    @Test
    void movementsAreBookedUnderTheirAccountingDate() {
        assertThat(jdbc.sql("""
                select document_id || ' ' || effective_date || ' ' || accounting_date from ledger.movement
                 where legal_entity = ? and document_id in (?, ?) order by position""")
                .params(entity(), story.id("I3"), story.id("P2"))
                .query(String.class)
                .list()).containsExactly(story.id("I3") + " 2026-03-15 2026-04-01",
                        story.id("P2") + " 2026-04-02 2026-04-02");
    }

    @Test
    void aSecondSignOffLeavesTheFirstAsItWas() throws Exception {
        story.tell(new PeriodReopened(story.entity(), MARCH, 1, "boss-1", "one came late",
                LocalDate.parse("2026-04-06")));
        story.position();
        ask(path()).andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.signOffs[0].reopened.reason").value("one came late"));
        story.tell(closed(2, "120.00", "30.00", "90.00"));
        story.position();
        ask("/v1/periods?legalEntity=" + entity()).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].status").value("CLOSED"))
                .andExpect(jsonPath("$.items[0].signOffs[*].signOff").value(contains(1, 2)))
                .andExpect(jsonPath("$.items[0].signOffs[*].ties").value(contains(true, false)))
                .andExpect(jsonPath("$.items[0].lateFacts").value(0));
        aged("signoff:" + entity() + "/2026-03").andExpect(jsonPath("$.totals.balance").value("90.00"));
        aged("signoff:" + entity() + "/2026-03/1").andExpect(jsonPath("$.totals.balance").value("70.00"));
        ask(path() + "/late-facts?signOff=1").andExpect(jsonPath("$.items", hasSize(2)));
    }

    /** Page by page, each month with all of its sign-offs. */
    @Test
    void monthsAreListedPageByPage() throws Exception {
        story.tell(new PeriodReopened(story.entity(), MARCH, 1, "boss-1", "one came late",
                LocalDate.parse("2026-04-06")), closed(2, "120.00", "30.00", "90.00"),
                new PeriodClosed(story.entity(), MARCH.plusMonths(1), 1, "boss-1", "reconciled", List.of(), null,
                        LocalDate.parse("2026-05-03")));
        story.position();
        var list = "/v1/periods?legalEntity=" + entity() + "&limit=1";
        var first = ask(list).andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].period").value("2026-03"))
                .andExpect(jsonPath("$.items[0].signOffs", hasSize(2)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var second = ask(list + "&after=" + first.replaceAll("(?s).*\"nextCursor\":\"([^\"]+)\".*", "$1"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].period").value("2026-04"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second).contains("\"nextCursor\":null");
        ask(list + "&asKnown=" + (signed - 1)).andExpect(jsonPath("$.items", hasSize(0)));
    }

    /** The second one is signed without the unidentified cash, so it must not tie. */
    private PeriodClosed closed(int no, String invoices, String unapplied, String balance) {
        return new PeriodClosed(story.entity(), MARCH, no, "boss-1", "reconciled",
                List.of(new ControlTotal(eur(invoices), eur("0.00"), eur(unapplied), eur(balance), eur("0.00"))), null,
                LocalDate.parse("2026-04-03"));
    }

    private ResultActions aged(String asKnown) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + entity() + "&asAt=2026-03-31&asKnown=" + asKnown);
    }

    private String path() {
        return "/v1/periods/" + entity() + "/2026-03";
    }

    private String entity() {
        return story.entity().value();
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
