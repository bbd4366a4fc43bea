package io.receivables.query.approval;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditgroup.CreditGroupLimitRejected;
import io.receivables.events.creditgroup.CreditGroupLimitRequested;
import io.receivables.events.creditgroup.CreditGroupLimitSet;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The limit of a credit group waits among everything else that a second person decides. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class GroupLimitApprovalTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final LocalDate NEXT = LocalDate.parse("2026-06-02");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Currency EUR = Currency.getInstance("EUR");

    @Autowired
    private Stories stories;
    @Autowired
    private Browser browser;

    private Story story;
    private CreditGroupId group;

    @BeforeEach
    void aGroupWhoseLimitWaits() {
        story = stories.begin().account("C1");
        browser.becomeControllerOf(story.entity().value());
        group = new CreditGroupId(story.id("G1"));
        story.tell(new CreditGroupLimitSet(group, story.entity(), EUR, limit("100.00"), "begin", "clerk-1", 1, DAY))
                .tell(asked("L1", "5000.00"), asked("L2", "7000.00"))
                .position();
    }

    @Test
    void whatOnePersonCouldSetHasNotWaited() {
        assertThat(approvals("").size()).isEqualTo(2);
    }

    @Test
    void itWaitsUntilSomebodyDecides() {
        var waits = approvals("&status=PENDING").get(0);
        assertThat(waits.path("kind").asString()).isEqualTo("CREDIT_GROUP_LIMIT");
        assertThat(waits.path("id").asString()).isEqualTo(story.id("L1"));
        assertThat(waits.path("creditGroupId").asString()).isEqualTo(group.value());
        assertThat(waits.has("accountId")).as("it is of no account alone").isFalse();
        assertThat(waits.at("/amount/amount").asString()).isEqualTo("5000.00");
        assertThat(waits.path("requestedBy").asString()).isEqualTo("clerk-1");

        long before = story.position();
        story.tell(new CreditGroupLimitSet(group, story.entity(), EUR, limit("5000.00"), "season", "clerk-1", 1, NEXT,
                new CreditLimitId(story.id("L1")), "boss-1"))
                .tell(new CreditGroupLimitRejected(group, story.entity(), new CreditLimitId(story.id("L2")), "boss-2",
                        "too much", NEXT))
                .position();
        assertThat(approvals("&status=PENDING")).isEmpty();
        assertThat(approvals("&status=APPROVED").at("/0/approvedBy").asString()).isEqualTo("boss-1");
        assertThat(approvals("&status=REJECTED").at("/0/rejectedBy").asString()).isEqualTo("boss-2");
        assertThat(approvals("&status=PENDING&asKnown=" + before).size()).isEqualTo(2);
        assertThat(approvals("&status=PENDING&asAt=" + DAY).size()).isEqualTo(2);

        var limits = JSON.readTree(browser.api("/v1/credit-groups/" + group).body()).path("limits");
        assertThat(limits.at("/0/setBy").asString()).isEqualTo("clerk-1");
        assertThat(limits.at("/0").has("approvedBy")).isFalse();
        assertThat(limits.at("/1/approvedBy").asString()).isEqualTo("boss-1");
        assertThat(limits.at("/1/amount/amount").asString()).isEqualTo("5000.00");
    }

    @Test
    void thePageShowsItWithItsGroup() {
        assertThat(row(browser.open("/approvals").body())).contains("Credit limit of a group", group.value(), "000.00",
                "season");
        assertThat(row(browser.openIn("fr", "/approvals").body())).contains("Encours autorisé d&#39;un groupe");
    }

    private String row(String page) {
        int start = page.indexOf("data-id=\"" + story.id("L1") + "\"");
        assertThat(start).as(page).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }

    private JsonNode approvals(String parameters) {
        return JSON.readTree(browser.api("/v1/approvals?legalEntity=" + story.entity() + parameters).body())
                .path("items");
    }

    private CreditGroupLimitRequested asked(String id, String amount) {
        return new CreditGroupLimitRequested(group, story.entity(), EUR, new CreditLimitId(story.id(id)), limit(amount),
                "season", "clerk-1", eur("1000.00"), 1, DAY);
    }

    private static CreditLimit limit(String amount) {
        return new CreditLimit(eur(amount), DAY, null);
    }
}
