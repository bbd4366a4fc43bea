package io.receivables.query.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Every list is a file too, with the same rows. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ListsAsFilesTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;

    @BeforeEach
    void anAccount() {
        story = stories.begin().account("C1");
        story.position();
    }

    @Test
    void whatIsRefusedIsRefusedForAFileToo() throws Exception {
        ask("/v1/invoices?limit=501&accountId=" + story.id("C1"), Table.CSV).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("LIMIT_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/invoices?accountId=%s", "/v1/customer-accounts/%s/open-items",
            "/v1/payments?accountId=%s", "/v1/credit-notes?accountId=%s"})
    void aFileOfNothingHasItsColumns(String path) throws Exception {
        var lines = csv(path.formatted(story.id("C1")));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).contains(",").containsIgnoringCase("amount");
    }

    @Test
    void aFileHasAllRowsAndThoseOfTheJson() throws Exception {
        for (int i = 0; i < 103; i++) {
            story.invoice("I" + i, "C1", "1.00", "2026-03-01", "2026-03-31");
        }
        story.position();
        var path = "/v1/invoices?accountId=" + story.id("C1");
        for (var any : List.of("*/*", "application/json", "application/json, text/csv;q=0.5")) {
            ask(path, any).andExpect(jsonPath("$.items.length()").value(100));
        }
        ask(path, "application/json").andExpect(jsonPath("$.items.length()").value(100));
        assertThat(csv(path)).hasSize(104);
        assertThat(csv(path + "&limit=5")).hasSize(6);
        var header = List.of(csv(path).getFirst().split(","));
        var first = List.of(csv(path).get(1).split(",", -1));
        assertThat(first.get(header.indexOf("total"))).isEqualTo("1.00");
        assertThat(first.get(header.indexOf("total.currency"))).isEqualTo("EUR");
        assertThat(first.get(header.indexOf("issueDate"))).isEqualTo("2026-03-01");
    }

    @Test
    void aNameThatIsAFormulaIsAText() throws Exception {
        jdbc.sql("update party.customer_account_party set name = '=1+cmd|x' where account_id = ?")
                .param(story.id("C1"))
                .update();
        assertThat(String.join("\n", csv("/v1/customer-accounts?q=" + story.id("C1")))).contains("'=1+cmd|x");
    }

    @Test
    void aSheetIsASheet() throws Exception {
        var sheet = ask("/v1/customer-accounts?q=" + story.id("C1"), Table.XLSX).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", Table.XLSX))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    private List<String> csv(String path) throws Exception {
        return ask(path, Table.CSV).andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private ResultActions ask(String path, String accept) throws Exception {
        return http.perform(get(path).header("Accept", accept));
    }
}
