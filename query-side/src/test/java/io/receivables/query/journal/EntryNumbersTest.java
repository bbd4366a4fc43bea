package io.receivables.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.accountmapping.JournalRole;
import io.receivables.query.journal.EntryNumbers.Before;
import io.receivables.query.journal.EntryNumbers.In;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was counted before each day of March, as known at a position; each day had one entry. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class EntryNumbersTest {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final Set<String> BOOKED = Set.of("InvoiceIssued");

    @Autowired
    private Stories stories;
    @Autowired
    private EntryNumbers numbers;

    private Story story;
    private long before;
    private long counted;

    @BeforeEach
    void aCount() {
        story = stories.begin().account("C1");
        before = story.position();
        counted = story.invoice("I1", "C1", "1.00", "2026-03-10", "2026-04-30").position();
        var counts = new TreeMap<LocalDate, Before>();
        MARCH.datesUntil(APRIL)
                .forEach(day -> counts.put(day, new Before(day, counted,
                        Map.of(new In(JournalRole.SALES, Currency.getInstance("EUR")), (long) day.getDayOfMonth()))));
        numbers.remember(story.entity(), counts);
    }

    @Test
    void aQuestionAboutThePastForgetsNothing() {
        assertThat(numbers.latest(story.entity(), APRIL, before, BOOKED).day()).isEqualTo("2026-03-10");
        assertThat(numbers.latest(story.entity(), APRIL, counted, BOOKED).day()).isEqualTo("2026-03-31");
    }

    @Test
    void whatIsBookedLaterOvertakesTheDaysAfterIt() {
        long later = story.invoice("I2", "C1", "1.00", "2026-03-20", "2026-04-30").position();
        assertThat(numbers.latest(story.entity(), APRIL, later, BOOKED).day()).isEqualTo("2026-03-20");
        assertThat(numbers.latest(story.entity(), LocalDate.parse("2026-03-15"), later, BOOKED).day())
                .isEqualTo("2026-03-15");
        assertThat(numbers.latest(story.entity(), APRIL, counted, BOOKED).day()).as("later ones are forgotten")
                .isEqualTo("2026-03-20");
        long first = story.invoice("I3", "C1", "1.00", "2026-02-20", "2026-04-30").position();
        assertThat(numbers.latest(story.entity(), APRIL, first, BOOKED)).isEqualTo(Before.BEGINNING);
    }

    @Test
    void whatBooksNothingChangesNoNumber() {
        long later = story.payment("P1", "C1", "1.00", "2026-02-20").position();
        assertThat(numbers.latest(story.entity(), APRIL, later, BOOKED).day()).isEqualTo("2026-03-31");
    }
}
