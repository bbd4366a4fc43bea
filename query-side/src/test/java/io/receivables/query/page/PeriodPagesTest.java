package io.receivables.query.page;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.PeriodClosed;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A month that is signed off, and an invoice that came late, as people see them. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class PeriodPagesTest {

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;
    private Story story;

    @BeforeEach
    void aMonthThatIsClosed() {
        browser.become(Role.CONTROLLER);
        story = stories.begin().account("C1").invoice("I1", "C1", "1234.00", "2026-03-01", "2026-03-31");
        story.tell(new PeriodClosed(story.entity(), YearMonth.of(2026, 3), 1, "boss-1", "reconciled with the bank",
                List.of(new ControlTotal(eur("1234.00"), eur("0.00"), eur("0.00"), eur("1234.00"), eur("0.00"))), null,
                LocalDate.parse("2026-04-03")))
                .bookedOn(LocalDate.parse("2026-04-01"))
                .invoice("I2", "C1", "77.00", "2026-03-15", "2026-04-15")
                .position();
    }

    @Test
    void theListShowsWhoSignedWhat() {
        var page = browser.open("/periods").body();
        int start = page.indexOf("data-id=\"" + story.entity() + "/2026-03\"");
        assertThat(start).as(page).isPositive();
        assertThat(page.substring(start, page.indexOf("</tr>", start))).contains("closed", "boss-1", "2026-04-03",
                "value=\"1234.00\"", "ties", "asAt=2026-03-31", "asKnown=signoff");
    }

    @Test
    void theMonthShowsWhatCameLate() {
        var page = browser.open("/periods/" + story.entity() + "/2026-03").body();
        assertThat(page).contains("reconciled with the bank", "value=\"1234.00\"", "value=\"77.00\"",
                "value=\"1311.00\"", "2026-03-15", "2026-04-01", "/invoices/" + story.id("I2"));
    }

    @Test
    void theBooksOfASignOffAreOnePageAway() {
        var page = browser.open("/?legalEntity=" + story.entity() + "&asAt=2026-03-31&asKnown=signoff:"
                + story.entity() + "/2026-03").body();
        assertThat(page).contains("As known on").contains("1\u202f234.00").doesNotContain("1\u202f311.00");
    }

    @Test
    void theAccountsPageShowsThatItIsClosedAndWhoOwes() {
        story.tell(new DebtorClassChanged(story.accountId("C1"), story.entity(), DebtorClass.PUBLIC, "a municipality",
                LocalDate.parse("2026-04-02")))
                .tell(new CreditGroupJoined(story.accountId("C1"), story.entity(), new CreditGroupId("HOLDING"),
                        "bought",
                        LocalDate.parse("2026-04-02")))
                .tell(new AccountClosed(story.accountId("C1"), story.entity(), "merged", "boss-1",
                        LocalDate.parse("2026-04-03")))
                .position();
        assertThat(browser.open("/accounts/" + story.id("C1")).body()).contains("closed since 2026-04-03",
                "public buyer", "credit group HOLDING");
        assertThat(browser.open("/accounts/" + story.id("C1") + "?asAt=2026-04-01").body())
                .doesNotContain("closed since", "public buyer", "HOLDING");
    }
}
