package io.receivables.query.statement;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.allocation.SettledPart;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 100.00 invoiced in March, paid in April by 98.00 with 2.00 of discount; 50.00 more in April. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class StatementTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private long before;

    @BeforeEach
    void anAccount() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "98.00", "2026-04-02")
                .allocate("A1", "P1", "I1", "C1", "2026-04-03", new SettledPart(1, eur("98.00"), eur("2.00")))
                .invoice("I2", "C1", "50.00", "2026-04-10", "2026-05-10");
        before = story.position();
        story.invoice("I3", "C1", "7.00", "2026-04-05", "2026-05-10").position();
    }

    @Test
    void anUnknownAccountOrABackwardRangeIsRefused() throws Exception {
        ask("/v1/customer-accounts/NONE/statement").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("ACCOUNT_NOT_FOUND"));
        ask(path("2026-04-02", "2026-04-01")).andExpect(jsonPath("$.code").value("DATE_INVALID"));
        ask(path("2026-04-01", "2026-04-30") + "&asKnown=99999999999")
                .andExpect(jsonPath("$.code").value("AS_KNOWN_IN_FUTURE"));
        Stories.actAsMemberOf("OTHER");
        ask(path("2026-04-01", "2026-04-30")).andExpect(jsonPath("$.code").value("ACCOUNT_NOT_FOUND"));
    }

    @Test
    void aStatementGoesFromOneBalanceToTheOther() throws Exception {
        ask(path("2026-04-01", "2026-04-30") + "&asKnown=" + before)
                .andExpect(jsonPath("$.openingBalance.amount").value("100.00"))
                .andExpect(jsonPath("$.lines.length()").value(3))
                .andExpect(jsonPath("$.lines[0].documentId").value(story.id("P1")))
                .andExpect(jsonPath("$.lines[0].amount.amount").value("-98.00"))
                .andExpect(jsonPath("$.lines[0].balance.amount").value("2.00"))
                .andExpect(jsonPath("$.lines[1].number").value("F-" + story.id("I1")))
                .andExpect(jsonPath("$.lines[1].amount.amount").value("-2.00"))
                .andExpect(jsonPath("$.lines[2].balance.amount").value("50.00"))
                .andExpect(jsonPath("$.closingBalance.amount").value("50.00"))
                .andExpect(jsonPath("$.ties").value(true))
                .andExpect(jsonPath("$.asKnown.position").value(before));
    }

    @Test
    void aFactThatCameLateStandsAtItsDate() throws Exception {
        ask(path("2026-04-01", "2026-04-30")).andExpect(jsonPath("$.lines.length()").value(4))
                .andExpect(jsonPath("$.lines[2].documentId").value(story.id("I3")))
                .andExpect(jsonPath("$.closingBalance.amount").value("57.00"))
                .andExpect(jsonPath("$.ties").value(true));
    }

    @Test
    void aStatementOfNothingHasItsBalancesAlone() throws Exception {
        ask(path("2026-05-01", "2026-05-31")).andExpect(jsonPath("$.lines.length()").value(0))
                .andExpect(jsonPath("$.openingBalance.amount").value("57.00"))
                .andExpect(jsonPath("$.ties").value(true));
        var csv = http.perform(get(path("2026-05-01", "2026-05-31")).header("Accept", "text/csv"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.lines()).hasSize(3).last().asString().startsWith("2026-05-31,CLOSING_BALANCE,,,,,57.00,EUR,");
    }

    @Test
    void onPaperItHasTheSameFigures() throws Exception {
        var answer = http.perform(get(path("2026-04-01", "2026-04-30") + "&asKnown=" + before).header("Accept",
                "application/pdf")).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
            assertThat(text).contains("Relevé du compte " + story.id("C1"), "01/04/2026 – 30/04/2026",
                    "Solde d'ouverture 100,00 EUR", "-98,00 EUR 2,00 EUR", "-2,00 EUR 0,00 EUR",
                    "F-" + story.id("I2") + " 50,00 EUR 50,00 EUR", "Solde de clôture 50,00 EUR", "(" + before + ")");
        }
    }

    private String path(String from, String to) {
        return "/v1/customer-accounts/" + story.id("C1") + "/statement?from=" + from + "&to=" + to;
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
