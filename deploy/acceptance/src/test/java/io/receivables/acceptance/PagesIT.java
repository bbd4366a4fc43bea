package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pages as somebody at a browser meets them: the demo book at the end of March 2013. */
@SuppressWarnings("NullAway.Init")
class PagesIT {

    private static final String BOOK = "/?legalEntity=FR01&asAt=2013-03-31";
    private static final String QUESTION = "/v1/aged-balance?legalEntity=FR01&asAt=2013-03-31&sort=overdue";

    private static Standalone standalone;
    private static Api api;
    private @Nullable Window window;

    @BeforeAll
    static void loadTheDemoBook() {
        standalone = Standalone.shared();
        standalone.run("demo");
        api = standalone.as("controller", "integration");
        // The books have read the demo once they have read what came after it.
        var after = Book.open(api, "PAGES");
        api.call("GET", QUESTION).with("If-Consistent-With", String.valueOf(after.position())).send().ok();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        if (window != null) {
            assertThat(window.troubles()).isEmpty();
            window.close();
        }
    }

    @Test
    void aUserFindsTheAgedBalanceAndItsNumbersAreThoseOfTheApi() {
        var page = open(new NewContextOptions().setViewportSize(1360, 900)).logIn("controller");
        page.selectOption("#legalEntity", "FR01");
        page.waitForURL(url -> url.contains("legalEntity=FR01"));
        page.fill("#asAt", "2013-03-31");
        page.waitForURL(url -> url.contains("asAt=2013-03-31"));
        page.waitForSelector("#aged");

        assertShown(page, api.get(QUESTION).ok().json());
        assertThat(page.locator("#ties").innerText()).isEqualTo("ties");
        assertThat(page.locator("nav a").nth(1).getAttribute("href")).contains("asAt=2013-03-31");
    }

    @Test
    void fromTheAgedBalanceDownToTheEvent() {
        var page = open(new NewContextOptions().setViewportSize(1360, 900)).logIn("controller");
        go(BOOK);

        var account = page.locator("#aged .rows a").first();
        var accountId = account.innerText();
        account.click();
        page.waitForSelector("#openItems");
        var resource = api.get("/v1/customer-accounts/" + accountId + "?asAt=2013-03-31").ok();
        for (var figure : List.of("balance", "amountDue", "overdue", "unapplied", "disputed", "exposure")) {
            assertThat(values(page.locator("#" + figure))).as(figure).containsExactly(resource.amount(figure));
        }
        var items = api.get("/v1/customer-accounts/" + accountId + "/open-items?asAt=2013-03-31").ok().json();
        assertThat(values(page.locator("#openItems"))).isEqualTo(
                items.path("items").valueStream().map(item -> item.at("/amountDue/amount").asString()).toList());

        page.locator("#openItems tbody a").first().click();
        page.waitForSelector("#instalments");
        assertThat(page.url()).contains("asAt=2013-03-31");
        var invoiceId = items.at("/items/0/invoiceId").asString();
        var invoice = api.get("/v1/invoices/" + invoiceId + "?asAt=2013-03-31").ok();
        for (var figure : List.of("total", "amountDue", "amountPaid", "amountCredited", "amountDiscounted",
                "amountWrittenOff", "amountDisputed")) {
            assertThat(values(page.locator("#" + figure))).as(figure).containsExactly(invoice.amount(figure));
        }

        page.locator(".facts tbody a").last().click();
        page.waitForSelector("#data");
        var position = page.locator("#position data").getAttribute("value");
        var event = api.get("/v1/audit/events/" + position).ok();
        assertThat(event.text("/type")).isEqualTo("InvoiceIssued");
        assertThat(page.locator("main").innerText()).contains("InvoiceIssued", event.text("/who"),
                event.text("/commandId"), invoiceId);
    }

    @Test
    void whatWasKnownEarlierIsMarkedOnEveryPageOfTheWayDown() {
        var page = open(new NewContextOptions().setViewportSize(1360, 900)).logIn("auditor");
        go(BOOK);
        long known = api.get(QUESTION).ok().json().at("/asKnown/position").asLong();
        var earlier = String.valueOf(known / 2);
        page.fill("#asKnown", earlier);
        page.locator("#asKnown").blur();
        page.waitForSelector(".notice.past");

        assertShown(page, api.get(QUESTION + "&asKnown=" + earlier).ok().json());
        assertThat(page.locator(".notice.past").innerText()).contains("As known on");
        page.locator("#aged .rows a").first().click();
        page.waitForSelector("#openItems");
        assertThat(page.url()).contains("asAt=2013-03-31", "asKnown=" + earlier);
        assertThat(page.locator(".notice.past").count()).isEqualTo(1);
        page.locator(".notice.past a").click();
        page.waitForSelector(".notice.past", new Page.WaitForSelectorOptions()
                .setState(WaitForSelectorState.DETACHED));
        assertThat(page.url()).contains("asAt=2013-03-31").doesNotContain("asKnown=");
    }

    @Test
    void allOfItWorksWithoutScripts() {
        var page = open(new NewContextOptions().setJavaScriptEnabled(false)).logIn("collector");
        page.selectOption("#legalEntity", "FR01");
        page.fill("#asAt", "2013-03-31");
        page.fill("#edges", "15,45");
        page.locator(".filter button").click();

        assertShown(page, api.get(QUESTION + "&edges=15,45").ok().json());
        page.fill(".find input", "0688-");
        page.press(".find input", "Enter");
        assertThat(page.locator("#found").innerText()).contains("0688-XNJRO");
    }

    @Test
    void everyPageFitsAPhone() {
        open(new NewContextOptions().setViewportSize(390, 844)).logIn("controller");
        for (var path : List.of(BOOK, "/accounts/0688-XNJRO", "/invoices/0000611365", "/payments/PAY-0000611365",
                "/events/2000", "/search?q=0688", "/credit-balances", "/approvals",
                "/collection-queue?asAt=2013-03-31")) {
            go(path);
            assertThat(window == null ? 0 : window.overflow()).as(path).isZero();
        }
    }

    private Window open(NewContextOptions options) {
        window = Window.open(standalone.uri(), options.setLocale("en-GB"));
        return window;
    }

    private void go(String path) {
        if (window != null) {
            window.go(path);
        }
    }

    /** Every number: each column's total, each cell of each row, the control. */
    private static void assertShown(Page page, JsonNode answer) {
        assertThat(values(page.locator("#totals"))).isEqualTo(figures(answer.path("totals")));
        assertThat(values(page.locator("#balance"))).containsExactly(answer.at("/totals/balance").asString());
        assertThat(values(page.locator("#movements"))).containsExactly(answer.at("/control/movements").asString());
        assertThat(values(page.locator("#unidentified"))).containsExactly(answer.path("unidentified").asString());
        var rows = page.locator("#aged .rows tr").all();
        assertThat(rows).hasSize(answer.path("rows").size()).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            var expected = answer.path("rows").get(i);
            assertThat(rows.get(i).getAttribute("data-id")).isEqualTo(expected.path("accountId").asString());
            assertThat(values(rows.get(i))).isEqualTo(figures(expected));
            assertThat(rows.get(i).locator("time").innerText()).isEqualTo(expected.path("oldestDueDate").asString());
        }
    }

    private static List<String> figures(JsonNode of) {
        var figures = new ArrayList<String>();
        figures.add(of.path("notDue").asString());
        of.path("buckets").valueStream().map(JsonNode::asString).forEach(figures::add);
        figures.add(of.path("unapplied").asString());
        figures.add(of.path("balance").asString());
        figures.add(of.path("disputed").asString());
        return figures;
    }

    /** The amounts as they are read on the page; they are to be what the page says for machines. */
    private static List<String> values(Locator part) {
        return part.locator("data.amount").all().stream().map(amount -> {
            var value = String.valueOf(amount.getAttribute("value"));
            assertThat(String.valueOf(amount.textContent()).replace("\u202f", "").replace('\u2212', '-'))
                    .isEqualTo(value);
            return value;
        }).toList();
    }
}
