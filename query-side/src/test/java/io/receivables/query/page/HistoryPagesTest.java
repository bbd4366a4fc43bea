package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a figure is made of, why it changed, and the two views of allocations, as people see them. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class HistoryPagesTest {

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;
    private Story story;
    private String account;
    private String book;

    @BeforeEach
    void moneyThatWasAllocatedLate() {
        browser.become(Role.CONTROLLER);
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "60.00", "2026-02-10")
                .allocate("A1", "P1", "I1", "C1", "60.00", "2026-03-15");
        account = story.id("C1");
        book = "legalEntity=" + story.entity().value();
        story.position();
    }

    @Test
    void theAgedBalancePrintsItsViewAndLetsOneChoose() {
        var decided = browser.open("/?asAt=2026-02-28&" + book).body();
        assertThat(decided).contains("name=\"view\"", "count from the day of their decision", "value=\"100.00\"");
        var hindsight = browser.open("/?asAt=2026-02-28&view=hindsight&" + book).body();
        assertThat(hindsight).contains("in hindsight: money settles", "<option value=\"hindsight\" selected",
                "view=hindsight")
                .doesNotContain("value=\"100.00\"");
        assertThat(browser.open("/?view=tomorrow&" + book).statusCode()).isEqualTo(422);
    }

    @Test
    void eachFigureOfAnAccountLeadsToWhatItIsMadeOf() {
        var page = browser.open("/accounts/" + account + "?asAt=2026-02-28").body();
        assertThat(page).contains("/explain?accountId=" + account + "&amp;bucket=unapplied&amp;asAt=2026-02-28");
        for (var bucket : List.of("balance", "amountDue", "overdue", "unapplied", "disputed", "doubtful", "notDue", "0",
                "charges")) {
            var explained = browser.open("/explain?accountId=" + account + "&bucket=" + bucket + "&asAt=2026-02-28");
            assertThat(explained.statusCode()).as(bucket + explained.body()).isEqualTo(200);
        }
        var overdue = browser.open("/explain?accountId=" + account + "&bucket=0&asAt=2026-04-30&edges=90").body();
        assertThat(overdue).contains("value=\"40.00\"", "ISSUED", "CASH", "value=\"-60.00\"", "clerk-1",
                "/invoices/" + story.id("I1"), "1–90");
        assertThat(browser.open("/explain?invoiceId=" + story.id("I1")).body()).contains("value=\"40.00\"");
        browser.become(Role.COLLECTOR);
        assertThat(browser.open("/accounts/" + account).body()).doesNotContain("/explain");
        assertThat(browser.open("/explain?accountId=" + account).statusCode()).isEqualTo(403);
    }

    @Test
    void aBalanceOfAnEarlierKnowledgeLeadsToWhyItChanged() {
        long before = story.position();
        story.invoice("I2", "C1", "25.00", "2026-01-15", "2026-02-15").position();
        var page = browser.open("/?asAt=2026-02-28&asKnown=" + before + "&" + book).body();
        assertThat(page).contains("id=\"diff\"", "/diff?" + book + "&amp;currency=EUR&amp;asAt=2026-02-28");
        assertThat(browser.open("/?asAt=2026-02-28&" + book).body()).doesNotContain("id=\"diff\"");
        assertThat(browser.open("/accounts/" + account + "?asKnown=" + before).body()).contains("id=\"diff\"");
        for (var whose : List.of(book + "&currency=EUR", "accountId=" + account)) {
            var diff = browser.open("/diff?" + whose + "&asAt=2026-02-28&asKnown=" + before).body();
            assertThat(diff).contains("Invoice issued", "value=\"25.00\"", "value=\"65.00\"", "value=\"40.00\"",
                    story.id("I2"));
        }
        assertThat(browser.open("/diff").statusCode()).isEqualTo(400);
    }
}
