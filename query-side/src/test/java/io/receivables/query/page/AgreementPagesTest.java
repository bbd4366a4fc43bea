package io.receivables.query.page;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.BreachEffect;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is contested, promised and agreed, as people see it. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AgreementPagesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;
    private Story story;

    @BeforeEach
    void anAccountWithAllThree() {
        browser.become(Role.CONTROLLER);
        story = stories.begin().account("C1").invoice("I1", "C1", "900.00", "2026-04-01", "2026-05-01");
        var account = story.accountId("C1");
        var invoice = new InvoiceId(story.id("I1"));
        var plan = new PaymentPlanId(story.id("PL1"));
        var promise = new PromiseId(story.id("PR1"));
        story.tell(
                new DisputeRaised(invoice, account, story.entity(), new DisputeId(story.id("D1")), eur("80.00"), null,
                        DisputeCategory.QUALITY, "wet pallets", "logistics", DAY.plusDays(10), null, DAY))
                .tell(new PromiseMade(account, story.entity(), promise, eur("70.00"), DAY.plusDays(5), 0, List.of(),
                        null,
                        null, null, DAY))
                .tell(new PromiseJudged(account, story.entity(), promise, PromiseOutcome.BROKEN, eur("0.00"), List.of(),
                        DAY.plusDays(6)))
                .tell(new PaymentPlanProposed(account, story.entity(), plan,
                        List.of(new PlanItem(invoice, 1, LocalDate.parse("2026-05-01"), eur("900.00"))),
                        List.of(new PlanRate(DAY.plusDays(30), eur("400.00")),
                                new PlanRate(DAY.plusDays(60), eur("500.00"))),
                        "seasonal trade", DAY))
                .tell(new PaymentPlanAccepted(account, story.entity(), plan, "signed",
                        new PlanRules(0, eur("0.00"), BreachEffect.REMINDER, 8, null), DAY))
                .position();
    }

    @Test
    void theAccountShowsThemWithTheirState() {
        var page = browser.open("/accounts/" + story.id("C1") + "?asAt=2026-06-20").body();
        assertThat(row(page, "D1")).contains("Quality", "wet pallets", "logistics", "2026-06-11", "late", "Open",
                "80.00");
        assertThat(row(page, "PR1")).contains("2026-06-06", "Broken", "70.00");
        assertThat(page).contains("kept 0.00", "In force", "seasonal trade", "400.00", "2026-07-31",
                "by plan 2026-07-01");
        var before = browser.open("/accounts/" + story.id("C1") + "?asAt=2026-05-31").body();
        assertThat(before).doesNotContain("id=\"disputes\"")
                .doesNotContain("id=\"promises\"")
                .doesNotContain("id=\"plans\"");
    }

    @Test
    void ageingByContractAndByPlanStandSideBySide() {
        var page = browser.open("/accounts/" + story.id("C1") + "?asAt=2026-06-20").body();
        var table = page.substring(page.indexOf("id=\"planAgeing\""));
        var contract = table.substring(table.indexOf("data-id=\"dueDate\""), table.indexOf("data-id=\"plan\""));
        var plan = table.substring(table.indexOf("data-id=\"plan\""), table.indexOf("</table>"));
        assertThat(amounts(contract)).containsExactly("0.00", "0.00", "900.00", "0.00", "0.00");
        assertThat(amounts(plan)).containsExactly("900.00", "0.00", "0.00", "0.00", "0.00");
    }

    @Test
    void theInvoiceShowsItsDisputes() {
        var page = browser.open("/invoices/" + story.id("I1") + "?asAt=2026-06-05").body();
        assertThat(row(page, "D1")).contains("wet pallets", "2026-06-11").doesNotContain("late");
        assertThat(page).contains("id=\"amountDisputed\"");
    }

    private String row(String page, String id) {
        int start = page.indexOf("data-id=\"" + story.id(id) + "\"");
        assertThat(start).as(page).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }

    private static List<String> amounts(String row) {
        return Pattern.compile("value=\"([0-9.]+)\"").matcher(row).results().map(it -> it.group(1)).toList();
    }
}
