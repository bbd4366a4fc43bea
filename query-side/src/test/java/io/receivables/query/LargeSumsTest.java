package io.receivables.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.query.kpi.GetKpis;
import io.receivables.query.kpi.KpiRequest;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A hundred of the largest amounts come to more cents than 64 bits hold. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class LargeSumsTest {

    private static final int ACCOUNTS = 10;
    private static final int INVOICES = 100;

    @Autowired
    private MockMvc http;
    @Autowired
    private GetKpis kpis;
    @Autowired
    private Stories stories;

    @Test
    void aSumThatCannotBeHeldIsRefusedAndNoFault() throws Exception {
        var story = stories.begin();
        for (int i = 0; i < ACCOUNTS; i++) {
            story.account("C" + i);
        }
        for (int i = 0; i < INVOICES; i++) {
            var issued = LocalDate.parse("2026-01-01").plusDays(i);
            story.invoice("I" + i, "C" + i % ACCOUNTS, "999999999999999.99", issued.toString(),
                    issued.plusDays(30).toString());
        }
        story.position();
        http.perform(get("/v1/aged-balance").param("legalEntity", story.entity().value()).param("groupBy", "none"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("SUM_TOO_LARGE"));

        var answer = kpis.handle(new KpiRequest(story.entity().value(), null, null, null, null, null, null, null));
        assertThat(answer.inputs().receivablesEnd()).as("figures have room enough").isEqualTo("99999999999999999.00");
        assertThat(answer.inputs().ties()).isTrue();
    }
}
