package io.receivables.query.export.accountpack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An account that is too long for a pack is refused when the pack is ordered, with the numbers. */
@QueryTest
@TestPropertySource(properties = "receivables.queries.file-rows=2")
@SuppressWarnings("NullAway.Init") // filled by Spring
class PackSizeTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private AccountAccess access;
    @Autowired
    private JdbcClient jdbc;

    private Story story;

    /** Three lines by March, two by January. */
    @BeforeEach
    void threeInvoices() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "100.00", "2026-01-02", "2026-01-31")
                .invoice("I3", "C1", "100.00", "2026-03-03", "2026-03-31");
        story.position();
    }

    @Test
    void moreThanALimitIsRefusedWithTheNumbers() throws Exception {
        order("2026-03-31").andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("FILE_TOO_LARGE"))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("at most 2 lines of the statement, and"
                        + " account " + story.id("C1") + " has 3 as at 2026-03-31")));
    }

    @Test
    void whatFitsIsTaken() throws Exception {
        order("2026-02-28").andExpect(status().isAccepted());
        var asOf = access.require(story.id("C1"), new AsOfRequest("2026-03-31", null));
        assertThatCode(() -> new PackSize(jdbc, 3).requireFits(story.id("C1"), asOf)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new PackSize(jdbc, 2).requireFits(story.id("C1"), asOf)).hasMessageContaining("3");
    }

    private ResultActions order(String asAt) throws Exception {
        return http.perform(post("/v1/exports").header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content("{\"kind\":\"account-pack\",\"accountId\":\"%s\",\"asAt\":\"%s\",\"purpose\":\"test\"}"
                        .formatted(story.id("C1"), asAt)));
    }
}
