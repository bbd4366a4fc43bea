package io.receivables.query.journal;

import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.ledger.ParkedFacts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** The last count before the day, or of its beginning, that holds as known at the position. */
    Before latest(LegalEntityId entity, LocalDate day, long position) {
        for (var before = find(entity, day); before != null; before = find(entity, day)) {
            if (holds(entity, before, position)) {
                return before;
            }
            forget(entity, before);
        }
        return Before.BEGINNING;
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

    private void forget(LegalEntityId entity, Before before) {
        synchronized (remembered) {
            var days = remembered.get(entity);
            if (days != null && before.day() != null) {
                days.remove(before.day(), before);
            }
        }
    }

    private boolean holds(LegalEntityId entity, Before before, long position) {
        return before.position() == position || jdbc.sql("""
                select not exists (
                       select from ledger.event_log e
                        where e.position > :from and e.position <= :to and e.legal_entity = :entity
                          and (coalesce(e.accounting_date, e.effective_date) < :day
                               or e.stream_type in ('AccountMapping', 'LegalEntity')))""")
                .param("from", Math.min(before.position(), position))
                .param("to", Math.max(before.position(), position))
                .param("entity", entity.value())
                .param("day", before.day())
                .query(Boolean.class)
                .single();
    }
}
