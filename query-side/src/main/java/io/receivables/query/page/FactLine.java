package io.receivables.query.page;

import io.receivables.query.audit.EventLine;
import io.receivables.query.customeraccount.TimelineEntry;
import io.receivables.query.ledger.PastFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact in a history.
 *
 * @param streamLink the page of the thing that it is about, if there is one
 * @param effect what the account's balance changed by, where that is known
 * @param lateDays how long after its business date it was recorded, if that is long
 */
record FactLine(long position, String positionText, String type, String what, LocalDate effectiveDate,
        String recordedAt, @Nullable String lateDays, @Nullable String who, @Nullable String why, String streamType,
        String streamId, @Nullable String streamLink, @Nullable Amount effect, String eventLink) {

    /** Over a long weekend nothing is recorded; what comes later than that changes a past that somebody may have read. */
    private static final int USUAL_DAYS = 5;

    static FactLine of(PastFact fact, Links links) {
        return line(fact.position(), fact.type(), fact.effectiveDate(), fact.recordedAt(), fact.who(), fact.why(),
                fact.stream().type(), fact.stream().id(), null, links);
    }

    static FactLine of(TimelineEntry entry, Links links) {
        return line(entry.position(), entry.type(), entry.effectiveDate(), entry.recordedAt(), entry.who(),
                entry.why(), entry.stream().type(), entry.stream().id(), Amount.of(entry.effect()), links);
    }

    static FactLine of(EventLine event, Links links) {
        return of(event, null, links);
    }

    static FactLine of(EventLine event, @Nullable Amount effect, Links links) {
        return line(event.position(), event.type(), event.effectiveDate(), event.recordedAt(), event.who(),
                event.why(), event.stream().type(), event.stream().id(), effect, links);
    }

    private static FactLine line(long position, String type, LocalDate effective, Instant recorded,
            @Nullable String who, @Nullable String why, String streamType, String streamId, @Nullable Amount effect,
            Links links) {
        return new FactLine(position, Amount.grouped(Long.toString(position)), type, words(type), effective,
                Knowledge.time(recorded), lateDays(effective, recorded), who, why, streamType, streamId,
                links.stream(streamType, streamId), effect, links.event(position));
    }

    private static @Nullable String lateDays(LocalDate effective, Instant recorded) {
        long days = ChronoUnit.DAYS.between(effective, LocalDate.ofInstant(recorded, ZoneOffset.UTC));
        return days > USUAL_DAYS ? Amount.grouped(Long.toString(days)) : null;
    }

    /** "InvoiceWrittenOff" is "Invoice written off". */
    static String words(String type) {
        var words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
