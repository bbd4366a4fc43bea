package io.receivables.query.page;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for a second person, and what may never be paid, as people see it. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class LossesPagesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;
    private Story story;

    @BeforeEach
    void aClaimThatMayBeLost() {
        browser.become(Role.CONTROLLER);
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-04-01", "2026-05-01");
        var invoice = new InvoiceId(story.id("I1"));
        story.tell(new InvoiceMarkedDoubtful(invoice, story.accountId("C1"), story.entity(),
                new DoubtfulId(story.id("D1")), eur("80.00"), "safeguard", DAY))
                .tell(new WriteOffRequested(invoice, story.accountId("C1"), story.entity(),
                        new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("40.00"))), "insolvent",
                        false, List.of(), "clerk-1", eur("10.00"), 1, DAY, null, new RequiredApproval(2, "controller")))
                .tell(new WriteOffApprovalGiven(invoice, story.accountId("C1"), story.entity(),
                        new WriteOffId(story.id("W1")), "boss-1", DAY))
                .position();
    }

    @Test
    void theApprovalsPageShowsWhatWaitsAndForWhom() {
        var page = browser.open("/approvals").body();
        int start = page.indexOf("data-id=\"" + story.id("W1") + "\"");
        assertThat(start).as(page).isPositive();
        var row = page.substring(start, page.indexOf("</tr>", start));
        assertThat(row).contains("Write-off", "insolvent", "clerk-1", "2 × controller", "approved by boss-1", "40.00",
                "/invoices/" + story.id("I1"));
        assertThat(browser.open("/approvals?asAt=2026-05-31").body()).doesNotContain(story.id("W1"));
    }

    @Test
    void whatIsSetAsideOfACreditStandsBesideTheFiguresOfItsPage() {
        var payment = new PaymentId(story.id("P1"));
        story.payment("P1", "C1", "100.00", "2026-05-02")
                .tell(new CreditWriteOffRequested(new CreditWriteOffId(story.id("CW1")), CreditSource.of(payment),
                        story.accountId("C1"), story.entity(), eur("30.00"), "unclaimed", "clerk-1", eur("5.00"), 1,
                        null, null, DAY))
                .position();
        assertThat(browser.open("/payments/" + payment).body()).contains("Write-off pending", "30.00", "70.00");
        assertThat(browser.open("/payments/" + payment + "?asAt=2026-05-31").body())
                .doesNotContain("id=\"writeOffPending\"");
    }

    @Test
    void whatIsDoubtfulStandsBesideTheFigures() {
        for (var path : List.of("/invoices/" + story.id("I1"), "/accounts/" + story.id("C1"),
                "/?legalEntity=" + story.entity())) {
            assertThat(browser.open(path).body()).as(path).contains("Doubtful", "80.00");
        }
        assertThat(browser.open("/invoices/" + story.id("I1") + "?asAt=2026-05-31").body())
                .doesNotContain("id=\"amountDoubtful\"");
    }
}
