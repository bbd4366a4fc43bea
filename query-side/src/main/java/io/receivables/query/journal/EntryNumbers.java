package io.receivables.query.journal;

import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.ledger.ParkedFacts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers how many entries each journal had before a day, so that who asks for the last month need not count from the first
 * one again. That holds for whoever knows more or less, as long as nothing of the difference is booked before the day or
 * changes how things are booked. Only this process remembers, and only what a reading of the facts has counted.
 */
@Component
class EntryNumbers {

    /** Legal entities that are remembered; each takes some hundred kilobytes for ten years. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final ParkedFacts parked;
    private final Map<LegalEntityId, TreeMap<LocalDate, Before>> remembered = new LinkedHashMap<>();

    EntryNumbers(JdbcClient jdbc, ParkedFacts parked) {
        this.jdbc = jdbc;
        this.parked = parked;
    }

    /** A journal in one currency has numbers of its own. */
    record In(JournalRole journal, Currency currency) {}

    /**
     * What was counted.
     *
     * @param day of entries before this accounting date; null for the beginning of the book
     * @param position as known at which
     */
    record Before(@Nullable LocalDate day, long position, Map<In, Long> counts) {

        static final Before BEGINNING = new Before(null, 0, Map.of());
    }

    /**
     * The last count before the day, or of its beginning, that holds as known at the position: nothing is booked before it
     * by what the one knows and the other does not. What later knowledge has overtaken is forgotten; a question about the past
     * forgets nothing.
     *
     * @param booked the types of facts that are booked
     */
    Before latest(LegalEntityId entity, LocalDate day, long position, Set<String> booked) {
        var before = find(entity, day);
        while (before != null && before.position() != position) {
            var first = firstBooked(entity, before, position, booked);
            if (!first.isBefore(Objects.requireNonNull(before.day()))) {
                return before;
            }
            if (position > before.position()) {
                forget(entity, first, before.position());
            }
            var next = find(entity, first);
            if (next != null && next.position() == before.position()) {
                return next;
            }
            before = next;
        }
        return before == null ? Before.BEGINNING : before;
    }

    /** Nothing is kept while facts are parked: they may be booked before the day any time. */
    void remember(LegalEntityId entity, Map<LocalDate, Before> counted) {
        if (counted.isEmpty() || parked.concern(entity.value())) {
            return;
        }
        synchronized (remembered) {
            var days = remembered.remove(entity); // the one that is asked for is the last to go
            remembered.put(entity, days == null ? new TreeMap<>() : days);
            remembered.get(entity).putAll(counted);
            if (remembered.size() > MOST) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    private @Nullable Before find(LegalEntityId entity, LocalDate day) {
        synchronized (remembered) {
            var days = remembered.get(entity);
            var found = days == null ? null : days.floorEntry(day);
            return found == null ? null : found.getValue();
        }
    }

    /** What was counted before later days, as known then or before. */
    private void forget(LegalEntityId entity, LocalDate first, long position) {
        synchronized (remembered) {
            var days = remembered.get(entity);
            if (days != null) {
                days.tailMap(first, false).values().removeIf(before -> before.position() <= position);
            }
        }
    }

    /** The first day of what only one of the two positions knows. A chart, or an entity, may change how any day is booked. */
    private LocalDate firstBooked(LegalEntityId entity, Before before, long position, Set<String> booked) {
        return jdbc.sql("""
                select min(case when e.stream_type in ('AccountMapping', 'LegalEntity') then date '-infinity'
                                else coalesce(e.accounting_date, e.effective_date) end)
                  from ledger.fact e
                 where e.position > :from and e.position <= :to and e.legal_entity = :entity
                   and (e.type in (:booked) or e.stream_type in ('AccountMapping', 'LegalEntity'))""")
                .param("from", Math.min(before.position(), position))
                .param("to", Math.max(before.position(), position))
                .param("entity", entity.value())
                .param("booked", booked)
                .query((row, _) -> Objects.requireNonNullElse(row.getObject(1, LocalDate.class), LocalDate.MAX))
                .single();
    }
}
