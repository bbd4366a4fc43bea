package io.receivables.query.journal;

import io.receivables.events.EventCatalog;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.journal.JournalEntry.Line;
import io.receivables.query.ledger.BookedFact;
import io.receivables.query.ledger.BookedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * Reads the journals of a legal entity. Entries are numbered from the beginning of the book: what is booked in a month that is
 * closed has the same number in every file. So the facts are booked from there, or from a day up to which they were counted
 * before. They go by in portions; what is kept is a letter for each document of the accounts that have come by, and their
 * names.
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
    private final EntryNumbers numbers;
    private final JdbcClient jdbc;

    ReadJournal(BookedFacts facts, Charts charts, Doubtful doubtful, Letters letters, EntryNumbers numbers,
            JdbcClient jdbc) {
        this.facts = facts;
        this.charts = charts;
        this.doubtful = doubtful;
        this.letters = letters;
        this.numbers = numbers;
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

    /** The first day of which entries are not counted yet, up to the range; its own first day when all before it are. */
    @SnapshotRead
    LocalDate countedUntil(Range range) {
        var entity = range.entity().legalEntity();
        var counted = numbers.latest(entity, range.from(), range.position(), BOOKED).day();
        var first = counted == null ? facts.firstDay(entity.value(), BOOKED, range.position()) : counted;
        return first == null || first.isAfter(range.from()) ? range.from() : first;
    }

    /** Counts the entries before a day, so that who asks for later ones begins there. */
    @SnapshotRead
    void countBefore(Range range, LocalDate day) {
        read(new Range(range.entity(), day, day.minusDays(1), range.position()), _ -> true);
    }

    private record Booked(BookedFact fact, Booking booking, List<Posting> postings) {}

    private final class Reading {

        private final Range range;
        private final Charts.OfEntity charted;
        private final Map<Long, List<Posting>> doubted;
        private final Letters.Lettered lettered;
        private final EntryNumbers.Before counted;
        private final Map<EntryNumbers.In, Long> counts;
        private final Map<LocalDate, EntryNumbers.Before> countedNow = new HashMap<>();
        private final Map<String, String> customers = new HashMap<>();
        private @Nullable Draft draft;

        Reading(Range range) {
            var entity = range.entity().legalEntity();
            this.range = range;
            this.charted = charts.of(range.entity(), range.position());
            this.doubted = doubtful.postings(entity, range.position());
            this.lettered = letters.at(range.to(), range.position());
            this.counted = numbers.latest(entity, range.from(), range.position(), BOOKED);
            this.counts = new HashMap<>(counted.counts());
        }

        void read(Predicate<JournalEntry> reader) {
            readOn(reader);
            numbers.remember(range.entity().legalEntity(), countedNow);
        }

        private void readOn(Predicate<JournalEntry> reader) {
            Planner.readBySummary(jdbc);
            try (var all = facts.between(range.entity().legalEntity().value(), BOOKED, counted.day(), range.to(),
                    range.position())) {
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
            var booked = new ArrayList<Booked>(portion.size());
            var owing = new HashSet<String>();
            for (var fact : portion) {
                var booking = Bookkeeping.of(fact.fact().event(), fact.fact().position(), chart(fact.accountingDate()),
                        earlier);
                var postings = new ArrayList<>(booking.postings());
                postings.addAll(doubted.getOrDefault(fact.fact().position(), List.of()));
                if (!fact.accountingDate().isBefore(range.from())) {
                    addAccounts(postings, owing);
                }
                if (!postings.isEmpty()) {
                    booked.add(new Booked(fact, booking, postings));
                }
            }
            lettered.learn(owing);
            return booked.stream().allMatch(it -> draft(it, reader));
        }

        private static void addAccounts(List<Posting> postings, Set<String> accounts) {
            for (var posting : postings) {
                if (posting.owing() != null) {
                    accounts.add(posting.owing().accountId());
                }
            }
        }

        private boolean draft(Booked booked, Predicate<JournalEntry> reader) {
            if (draft != null && !draft.takes(booked.fact()) && !finish(reader)) {
                return false;
            }
            if (draft == null) {
                draft = new Draft(booked.fact(), booked.booking());
            }
            draft.add(booked.fact(), booked.postings());
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
            countedNow.computeIfAbsent(finished.accountingDate(),
                    day -> new EntryNumbers.Before(day, range.position(), Map.copyOf(counts)));
            long number = counts.merge(new EntryNumbers.In(finished.journal(), finished.currency()), 1L, Long::sum);
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
                jdbc.sql("select account_id, customer_id from ledger.account where account_id = any(:ids)")
                        .param("ids", unknown.toArray(String[]::new))
                        .query(row -> {
                            customers.put(row.getString(1), row.getString(2));
                        });
            }
        }
    }
}
