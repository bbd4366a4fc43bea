package io.receivables.query.journal;

import io.receivables.events.EventCatalog;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.journal.JournalEntry.Line;
import io.receivables.query.ledger.BookedFact;
import io.receivables.query.ledger.BookedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the journals of a legal entity. The facts are booked from the beginning of the book, for entries are numbered from
 * there: what is booked in a month that is closed has the same number in every file. Facts go by in portions; what is kept is
 * a letter for each document and the names of the accounts.
 */
@Component
class ReadJournal {

    private static final int PORTION = 500;

    private static final Set<String> BOOKED = Set.copyOf(EventCatalog.byAlias()
            .entrySet()
            .stream()
            .filter(type -> Bookkeeping.FAMILIES.stream().anyMatch(family -> family.isAssignableFrom(type.getValue())))
            .map(Map.Entry::getKey)
            .toList());

    private final BookedFacts facts;
    private final Charts charts;
    private final Doubtful doubtful;
    private final Letters letters;
    private final JdbcClient jdbc;

    ReadJournal(BookedFacts facts, Charts charts, Doubtful doubtful, Letters letters, JdbcClient jdbc) {
        this.facts = facts;
        this.charts = charts;
        this.doubtful = doubtful;
        this.letters = letters;
        this.jdbc = jdbc;
    }

    /** Entries with an accounting date from one day to another, both included, as known at a position. */
    record Range(LegalEntityResource entity, LocalDate from, LocalDate to, long position) {}

    /**
     * Gives the entries in the order of their accounting date, within a day as they were recorded.
     *
     * @param reader says whether it wants more
     * @throws io.receivables.platform.problem.Refusal ACCOUNT_MAPPING_MISSING
     */
    void read(Range range, Predicate<JournalEntry> reader) {
        new Reading(range).read(reader);
    }

    private record NumberedIn(JournalRole journal, Currency currency) {}

    private final class Reading {

        private final Range range;
        private final Charts.OfEntity charted;
        private final Map<Long, List<Posting>> doubted;
        private final Letters.Lettered lettered;
        private final Map<NumberedIn, Long> numbers = new HashMap<>();
        private final Map<String, String> customers = new HashMap<>();
        private @Nullable Draft draft;

        Reading(Range range) {
            var entity = range.entity().legalEntity();
            this.range = range;
            this.charted = charts.of(range.entity(), range.position());
            this.doubted = doubtful.postings(entity, range.position());
            this.lettered = letters.at(entity, range.to(), range.position());
        }

        void read(Predicate<JournalEntry> reader) {
            try (var all = facts.upTo(range.entity().legalEntity().value(), BOOKED, range.to(), range.position())) {
                var next = all.iterator();
                while (next.hasNext()) {
                    var portion = new ArrayList<BookedFact>(PORTION);
                    while (next.hasNext() && portion.size() < PORTION) {
                        portion.add(next.next());
                    }
                    if (!book(portion, reader)) {
                        return;
                    }
                }
            }
            finish(reader);
        }

        private boolean book(List<BookedFact> portion, Predicate<JournalEntry> reader) {
            var earlier = Earlier.than(portion, facts, range.position());
            for (var fact : portion) {
                var booking = Bookkeeping.of(fact.fact().event(), fact.fact().position(), chart(fact.accountingDate()),
                        earlier);
                var postings = new ArrayList<>(booking.postings());
                postings.addAll(doubted.getOrDefault(fact.fact().position(), List.of()));
                if (postings.isEmpty()) {
                    continue;
                }
                if (draft != null && !draft.takes(fact) && !finish(reader)) {
                    return false;
                }
                if (draft == null) {
                    draft = new Draft(fact, booking);
                }
                draft.add(fact, postings);
            }
            return true;
        }

        /** What is not given is only counted, so that it needs no chart. */
        private Chart chart(LocalDate date) {
            return date.isBefore(range.from()) ? charted.orBlank(date) : charted.at(date);
        }

        private boolean finish(Predicate<JournalEntry> reader) {
            var finished = draft;
            draft = null;
            if (finished == null || finished.lines().isEmpty()) {
                return true;
            }
            long number = numbers.merge(new NumberedIn(finished.journal(), finished.currency()), 1L, Long::sum);
            return finished.accountingDate().isBefore(range.from()) || reader.test(entry(finished, number));
        }

        private JournalEntry entry(Draft finished, long number) {
            var chart = charted.at(finished.accountingDate());
            var journal = chart.journal(finished.journal());
            var first = finished.first().fact();
            learnCustomers(finished.lines());
            return new JournalEntry(finished.first().entry(), finished.journal(), journal.code(), journal.label(),
                    number, finished.accountingDate(), first.effectiveDate(), finished.recordedAt(), first.type(),
                    finished.positions(), finished.piece().number(), finished.piece().date(), finished.currency(),
                    chart.mapping().version(),
                    finished.lines().stream().map(posting -> line(posting, chart)).toList());
        }

        private Line line(Posting posting, Chart chart) {
            var account = chart.account(posting.role(), posting.taxRate());
            var owing = posting.owing();
            var letter = owing == null || posting.role() != AccountRole.RECEIVABLE
                    ? null
                    : lettered.of(owing.document());
            var zero = Money.zero(posting.amount().currency());
            return new Line(account.number(), account.label(), posting.role(), posting.taxRate(),
                    owing == null ? null : owing.accountId(), owing == null ? null : customers.get(owing.accountId()),
                    posting.amount().max(zero), posting.amount().negated().max(zero),
                    letter == null ? null : letter.code(), letter == null ? null : letter.date());
        }

        private void learnCustomers(List<Posting> lines) {
            var unknown = new HashSet<String>();
            for (var line : lines) {
                if (line.owing() != null && !customers.containsKey(line.owing().accountId())) {
                    unknown.add(line.owing().accountId());
                }
            }
            if (!unknown.isEmpty()) {
                jdbc.sql("select account_id, customer_id from ledger.account where account_id in (:ids)")
                        .param("ids", unknown)
                        .query(row -> {
                            customers.put(row.getString(1), row.getString(2));
                        });
            }
        }
    }
}
