package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Worklists and classes of receivables, as people read them. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class CollectionPagesTest {

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void twoAccountsThatAreLate() {
        browser.become(Role.CONTROLLER);
        story = stories.begin()
                .account("C1")
                .account("C2")
                .invoice("I1", "C1", "200.00", "2026-02-08", "2026-03-10")
                .invoice("I2", "C2", "1000.00", "2026-02-10", "2026-03-12")
                .invoice("I3", "C1", "7.00", "2026-02-10", "2026-04-12")
                .payment("P1", null, "12.00", "2026-03-01");
        var account = CaseSubject.of(story.accountId("C1"));
        story.tell(new CaseOwnerAssigned(account, story.entity(), "ann", null, LocalDate.parse("2026-03-13")));
        story.tell(new NextActionPlanned(account, story.entity(), "a1", "call again", LocalDate.parse("2026-03-20"),
                LocalDate.parse("2026-03-13")));
        story.tell(new InvoiceReclassified(new InvoiceId(story.id("I3")), story.accountId("C1"), story.entity(),
                ReceivableClass.TRADE, ReceivableClass.OTHER, "a loan", LocalDate.parse("2026-03-01")));
        story.position();
    }

    @Test
    void theWorklistsSayHowTheyAddUp() {
        var page = browser.open("/collections?legalEntity=" + story.entity() + "&asAt=2026-03-15").body();
        assertThat(row(page, "new-overdue")).contains("Newly overdue", "value=\"1200.00\"", "not due", "value=\"7.00\"",
                "aged balance", "value=\"1207.00\"", "/collections/new-overdue?");
        assertThat(row(page, "unidentified-cash")).contains("value=\"12.00\"");
    }

    @Test
    void aWorklistShowsWhyWhoAndWhatNext() {
        var page = browser.open("/collections/new-overdue?legalEntity=" + story.entity() + "&asAt=2026-03-15").body();
        assertThat(row(page, story.id("C2"))).contains("value=\"16.00\"", "16.00 expected loss",
                "/accounts/" + story.id("C2"));
        assertThat(row(page, story.id("C1"))).contains("ann", "call again", "2026-03-20");
        assertThat(page.indexOf("data-id=\"" + story.id("C2"))).isLessThan(page.indexOf("data-id=\"" + story.id("C1")));
        assertThat(browser.open("/collections/unidentified-cash?legalEntity=" + story.entity()).body())
                .contains("/payments/" + story.id("P1"));
        assertThat(browser.open("/collections/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theFilterIsKept() {
        var page = browser.open("/collections?receivableClass=OTHER&asAt=2026-03-15&legalEntity=" + story.entity())
                .body();
        assertThat(row(page, "new-overdue")).contains("receivableClass=OTHER", "value=\"7.00\"")
                .doesNotContain("value=\"1207.00\"");
    }

    @Test
    void theAccountShowsItsClassesAndTheWorkOnIt() {
        var account = "/accounts/" + story.id("C1") + "?asAt=2026-03-15";
        var all = browser.open(account).body();
        assertThat(all).contains("id=\"work\"", "ann", "call again", "receivableClass=OTHER");
        assertThat(all).contains("data-id=\"" + story.id("I1"), "data-id=\"" + story.id("I3"));
        var others = browser.open(account + "&receivableClass=OTHER").body();
        assertThat(others).contains("data-id=\"" + story.id("I3")).doesNotContain("data-id=\"" + story.id("I1"));
        assertThat(others.replaceAll("\\s+", " ")).containsPattern("id=\"amountDue\"><data[^>]*value=\"7.00\"");
    }

    @Test
    void theAgedBalanceIsAskedForOneClass() {
        var page = browser.open("/?receivableClass=OTHER&asAt=2026-03-15&legalEntity=" + story.entity()).body();
        assertThat(page).contains("data-id=\"" + story.id("C1")).doesNotContain("data-id=\"" + story.id("C2"));
        assertThat(page).containsPattern("id=\"balance\"><data[^>]*value=\"7.00\"");
        assertThat(browser.open("/?receivableClass=&asAt=2026-03-15&legalEntity=" + story.entity()).body())
                .contains("data-id=\"" + story.id("C2"));
    }

    private static String row(String page, String id) {
        int start = page.indexOf("data-id=\"" + id + "\"");
        assertThat(start).as(id + " in " + page).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
