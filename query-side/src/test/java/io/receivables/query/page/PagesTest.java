package io.receivables.query.page;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.opening.Opening;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class PagesTest {

    private static final Pattern AMOUNT = Pattern.compile("<data[^>]* value=\"([^\"]*)\"");

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;

    private Story story;
    private String book;

    @BeforeEach
    void aSmallBook() {
        browser.become(Role.CONTROLLER);
        story = stories.begin()
                .account("C1")
                .account("C2")
                .invoice("I1", "C1", "1234567.89", "2026-04-01", "2026-05-01")
                .invoice("I2", "C1", "50.00", "2026-06-01", "2026-07-01")
                .invoice("I3", "C2", "70.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "60.00", "2026-05-20")
                .allocate("A1", "P1", "I1", "C1", "60.00", "2026-05-21")
                .payment("P2", "C2", "100.00", "2026-06-01");
        book = "legalEntity=" + story.entity().value();
        story.position();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asAt=2026-05-20", "&asAt=2026-06-15&edges=10,20,45,60,90", "&groupBy=customer",
            "&basis=documentDate", "&asAt=2020-01-01"})
    void theAgedBalanceShowsTheNumbersOfTheApi(String question) {
        var page = browser.open("/?" + book + question).body();
        var json = browser.api("/v1/aged-balance?sort=overdue&" + book + question).body();

        assertThat(amounts(between(page, "id=\"balance\"", "</dd>")))
                .containsExactly(JsonPath.<String>read(json, "$.totals.balance"));
        assertThat(amounts(between(page, "id=\"movements\"", "</dd>")))
                .containsExactly(JsonPath.<String>read(json, "$.control.movements"));
        assertThat(page).contains("id=\"ties\"").contains(">ties<");
        List<Map<String, Object>> rows = JsonPath.read(json, "$.rows");
        if (!rows.isEmpty()) {
            assertThat(amounts(between(page, "id=\"totals\"", "</tr>")))
                    .isEqualTo(figures(JsonPath.read(json, "$.totals")));
        }
        var shown = Pattern.compile("<tr data-id=\"([^\"]*)\">(.*?)</tr>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(row -> row.group(1) + " " + amounts(row.group(2)))
                .toList();
        assertThat(shown).isEqualTo(rows.stream()
                .map(row -> row.getOrDefault("accountId", row.get("customerId")) + " " + figures(row))
                .toList());
    }

    @Test
    void amountsAreGroupedForTheEye() {
        assertThat(browser.open("/?" + book).body()).contains("1\u202f234\u202f507.89");
    }

    @Test
    void everyLinkKeepsTheViewpoint() {
        long position = story.position();
        var page = browser.open("/?" + book + "&asAt=2026-06-30&asKnown=" + position + "&edges=10,20").body();
        var row = between(page, "<tr data-id=\"" + story.id("C1") + "\"", "</tr>");
        assertThat(row).contains("/accounts/" + story.id("C1") + "?asAt=2026-06-30&amp;asKnown=" + position
                + "&amp;edges=10%2C20");
        var account = browser
                .open("/accounts/" + story.id("C1") + "?asAt=2026-06-30&asKnown=" + position + "&edges=10,20")
                .body();
        assertThat(account).contains("/invoices/" + story.id("I1") + "?asAt=2026-06-30&amp;asKnown=" + position)
                .contains("&gt;\u202f20");
    }

    @Test
    void whatWasKnownThenIsMarked() {
        long then = story.position();
        story.invoice("I9", "C1", "11.00", "2026-04-02", "2026-05-02").position();
        assertThat(browser.open("/?" + book).body()).doesNotContain("As known on");
        var past = browser.open("/?" + book + "&asKnown=" + then).body();
        assertThat(past).contains("As known on").contains("Show what is known now");
        assertThat(amounts(between(past, "id=\"balance\"", "</dd>"))).containsExactly("1234527.89");
    }

    @Test
    void aDateThatHasNotComeIsAProjection() {
        assertThat(browser.open("/?" + book + "&asAt=2026-07-31").body()).contains("Projection.");
        assertThat(browser.open("/?" + book + "&asAt=2026-06-30").body()).doesNotContain("Projection.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"asAt=2026-13-01|asAt is not a date", "edges=30,20|edges must be",
            "edges=|", "asKnown=soon|asKnown is neither", "asKnown=999999999|is after the newest position",
            "groupBy=planet|groupBy is none of", "after=nonsense|this cursor was not given",
            "currency=XXQ|no currency"})
    void badInputIsToldBesideTheForm(String field, String text) {
        var answer = browser.open("/?" + book + "&" + field);
        if (text == null) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return;
        }
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(between(answer.body(), "id=\"problem\"", "</p>")).contains(text);
        assertThat(answer.body()).contains("<form class=\"filter\"");
    }

    @Test
    void hostileTextsStayTexts() {
        jdbc.sql("update party.customer_account_party set name = ? where account_id = ?")
                .params("<script>alert(1)</script>\"'&", story.id("C1"))
                .update();
        for (var path : List.of("/?" + book, "/accounts/" + story.id("C1"), "/search?q=" + story.id("C"),
                "/search?q=%3Cscript%3Ealert(1)", "/collection-queue",
                "/?" + book + "&edges=%22%3E%3Cscript%3Ealert(1)")) {
            assertThat(browser.open(path).body()).as(path)
                    .doesNotContain("<script>alert(1)")
                    .contains("&lt;script&gt;alert(1)");
        }
    }

    @Test
    void anAccountShowsTheNumbersOfTheApi() {
        var page = browser.open("/accounts/" + story.id("C2")).body();
        var json = browser.api("/v1/customer-accounts/" + story.id("C2")).body();
        for (var figure : List.of("balance", "amountDue", "overdue", "unapplied", "disputed", "exposure")) {
            assertThat(amounts(between(page, "id=\"" + figure + "\"", "</dd>"))).as(figure)
                    .containsExactly(JsonPath.<String>read(json, "$." + figure + ".amount"));
        }
        assertThat(amounts(between(page, "id=\"openItems\"", "</table>"))).containsExactly("70.00");
        assertThat(amounts(between(page, "id=\"credits\"", "</table>"))).containsExactly("100.00", "0.00", "100.00");
        assertThat(page).contains(">150<", "&gt;\u202f90", "Invoice issued", "Payment received");
    }

    @Test
    void anInvoiceShowsWhatSettledItAndItsHistory() {
        var page = browser.open("/invoices/" + story.id("I1")).body();
        assertThat(page).contains("partially paid", "overdue", "/payments/" + story.id("P1"),
                "Invoice settled in part");
        assertThat(amounts(between(page, "id=\"amountDue\"", "</dd>"))).containsExactly("1234507.89");
        assertThat(amounts(between(page, "id=\"settlements\"", "</table>"))).containsExactly("0.00", "60.00");
        assertThat(page).containsPattern("href=\"/events/[0-9]+\"");
        assertThat(browser.open("/invoices/" + story.id("I1") + "?asAt=2026-03-31").statusCode()).isEqualTo(404);
    }

    @Test
    void aPaymentShowsWhereItWent() {
        var page = browser.open("/payments/" + story.id("P1")).body();
        assertThat(amounts(between(page, "id=\"allocatedAmount\"", "</dd>"))).containsExactly("60.00");
        assertThat(page).contains("/invoices/" + story.id("I1"), "Payment allocated");
        story.creditNote("N1", "C1", "5.00", "2026-06-10").position();
        assertThat(browser.open("/credit-notes/" + story.id("N1")).body()).contains("returned goods",
                "Credit note issued");
    }

    @Test
    void anOpeningItemSaysSo() {
        assertThat(browser.open("/invoices/" + story.id("I1")).body()).doesNotContain("Opening item");
        story.tell(new InvoiceIssued(new InvoiceId(story.id("O1")), story.accountId("C1"), story.entity(), "F-old",
                ReceivableClass.TRADE, LocalDate.parse("2025-10-01"), null, eur("40.00"), List.of(),
                List.of(new Instalment(1, LocalDate.parse("2025-10-31"), eur("40.00"))), null,
                new Opening(LocalDate.parse("2026-02-01"), eur("100.00"))))
                .tell(new PaymentReceived(new PaymentId(story.id("O2")), story.accountId("C1"), story.entity(),
                        eur("15.00"), LocalDate.parse("2025-12-24"), null, PaymentMethod.CHEQUE, null,
                        new Opening(LocalDate.parse("2026-02-01"), null)))
                .position();
        assertThat(browser.open("/invoices/" + story.id("O1")).body()).contains("issued 2025-10-01",
                "Opening item of 2026-02-01, originally 100.00 EUR");
        assertThat(browser.open("/payments/" + story.id("O2")).body()).contains("Opening item of 2026-02-01<");
    }

    @Test
    void anEventShowsAllThatIsKeptOfIt() {
        var page = browser.open("/events/" + story.position()).body();
        assertThat(page).contains("PaymentReceived", "revision 1", "2026-06-01", "clerk-1", "command-", story.id("P2"))
                .contains("&quot;amount&quot; : &quot;100.00&quot;");
    }

    @Test
    void whatIsNamedExactlyIsShownAtOnce() {
        var exact = browser.open("/search?q=" + story.id("I1") + "&asAt=2026-06-30");
        assertThat(exact.headers().firstValue("Location").orElse(""))
                .endsWith("/invoices/" + story.id("I1") + "?asAt=2026-06-30");
        assertThat(browser.open("/search?customerId=" + story.id("C1")).headers().firstValue("Location").orElse(""))
                .endsWith("/accounts/" + story.id("C1"));
        var some = browser.open("/search?q=" + story.id("I")).body();
        assertThat(some).contains(story.id("I1"), story.id("I2"), story.id("I3"));
        assertThat(browser.open("/search?q=nothing-has-this-name").body()).contains("Nothing was found");
    }

    @Test
    void worklistsAreTables() {
        assertThat(between(browser.open("/credit-balances").body(), "data-id=\"" + story.id("C2") + "\"", "</tr>"))
                .contains("value=\"30.00\"", "/payments/" + story.id("P2"), "prepayment");
        assertThat(between(browser.open("/collection-queue").body(), "data-id=\"" + story.id("C1") + "\"", "</tr>"))
                .contains("value=\"1234507.89\"");
    }

    @Test
    void anotherEntitysDataIsNotThere() {
        long position = story.position();
        var other = stories.begin().account("C1");
        other.position();
        browser.becomeControllerOf(other.entity().value());
        assertThat(browser.open("/").body()).contains(other.entity().value())
                .doesNotContain(">Entity " + story.entity().value() + " ");
        var refused = browser.open("/?" + book);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain(story.id("C1"));
        for (var path : List.of("/accounts/" + story.id("C1"), "/invoices/" + story.id("I1"),
                "/payments/" + story.id("P1"),
                "/events/" + position, "/aged-balance.csv?" + book)) {
            var answer = browser.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>Not found</h1>").doesNotContain("1234567", "Name of C1");
        }
        assertThat(browser.open("/search?q=" + story.id("I1")).body()).contains("Nothing was found");
        assertThat(browser.open("/credit-balances").body()).doesNotContain(story.id("C2"));
        assertThat(browser.open("/collection-queue").body()).doesNotContain(story.id("C1"));
    }

    @Test
    void whoSeesNothingIsToldWhatToDo() {
        browser.becomeControllerOf("NONE");
        assertThat(browser.open("/").body()).contains("These books are empty", "deploy/standalone/run demo");
    }

    @Test
    void whatTheGateRefusesIsAPageToo() {
        browser.become(Role.OPERATOR);
        var forbidden = browser.open("/");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("Your role may not open this page", "operator");
        assertThat(browser.api("/").body()).contains("\"code\":\"FORBIDDEN\"");
        browser.become(Role.CLERK);
        assertThat(browser.open("/events/1").statusCode()).isEqualTo(403);
        assertThat(browser.open("/accounts/" + story.id("C1")).body()).doesNotContain("/events/");
        var nowhere = browser.open("/no-such-page");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("<h1>Not found</h1>", "nothing is at /no-such-page");
    }

    @Test
    void pagesGoThroughAllRows() {
        for (int i = 0; i < 120; i++) {
            story.account("X" + i).invoice("X" + i, "X" + i, "1.00", "2026-01-01", "2026-01-31");
        }
        story.position();
        var seen = new ArrayList<String>();
        String next = "/?" + book + "&sort=accountId";
        while (!next.isEmpty()) {
            var page = browser.open(next).body();
            Pattern.compile("<tr data-id=\"([^\"]*)\"").matcher(page).results().forEach(row -> seen.add(row.group(1)));
            var link = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        assertThat(seen).hasSize(122).doesNotHaveDuplicates();
    }

    @Test
    void filesHaveTheSameRows() {
        var csv = browser.open("/aged-balance.csv?" + book);
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".csv");
        assertThat(csv.body()).contains("accountId,customerId,name,notDue,1-30,31-60", story.id("C1"));
        assertThat(browser.open("/aged-balance.xlsx?" + book).headers().firstValue("Content-Type").orElse(""))
                .contains("spreadsheetml");
    }

    @Test
    void whatAPageLoadsIsThere() {
        var page = browser.open("/?" + book);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
        assertThat(page.body()).doesNotContain("style=", "onclick=", "<style", "javascript:");
        var loaded = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(loaded).hasSizeGreaterThan(2)
                .allSatisfy(path -> assertThat(browser.open(path).statusCode()).isEqualTo(200));
    }

    private static List<Object> figures(Map<String, Object> of) {
        var figures = new ArrayList<>();
        figures.add(of.get("notDue"));
        figures.addAll((List<?>) of.get("buckets"));
        figures.add(of.get("unapplied"));
        figures.add(of.get("balance"));
        figures.add(of.get("disputed"));
        return figures;
    }

    private static List<String> amounts(String html) {
        return AMOUNT.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from + " in " + page).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }
}
