package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.identity.Role;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Key figures as people read them. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class KpiPageTest {

    @Autowired
    private Browser browser;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void aBook() {
        browser.become(Role.CONTROLLER);
        story = stories.begin().account("C1").invoice("I1", "C1", "90.00", "2026-03-01", "2026-03-20");
        story.position();
    }

    @Test
    void figuresShowWhatTheyAreMadeOf() {
        var page = browser.open("/kpis?legalEntity=" + story.entity() + "&asAt=2026-03-31").body();
        assertThat(row(page, "dsoSimple")).contains("value=\"90.00\"", "receivables / net sales");
        assertThat(row(page, "averageDaysLate")).contains("nothing was settled in the period");
        assertThat(page).contains("Expected credit loss", "not known: a rate was never seen",
                "Should have come already",
                "Nothing was open and known on 2026-03-01", "Rates of the books&#39; own history");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void theyAreReadInFrenchToo() {
        var page = browser.openIn("fr", "/kpis?legalEntity=" + story.entity() + "&asAt=2026-03-31").body();
        assertThat(page).contains("Indicateurs", "Perte de crédit attendue", "Prévision d&#39;encaissement");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(browser.open("/kpis?legalEntity=" + story.entity() + "&days=0").body())
                .contains("days is not a number from 1 to 3660");
        browser.becomeControllerOf("NONE");
        assertThat(browser.open("/kpis?legalEntity=" + story.entity()).body())
                .doesNotContain(story.entity() + " Entity");
    }

    @Test
    void theSeriesIsAFile() {
        var file = browser.open("/kpis.csv?legalEntity=" + story.entity() + "&asAt=2026-03-31").body();
        assertThat(file).startsWith("asAt,receivables,netSales,dsoSimple").contains("2026-03-31,90.00,90.00,90.00");
    }

    private static String row(String page, String id) {
        int start = page.indexOf("data-id=\"" + id + "\"");
        assertThat(start).as(id + " in " + page).isNotNegative();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
