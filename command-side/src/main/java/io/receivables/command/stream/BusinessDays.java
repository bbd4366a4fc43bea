package io.receivables.command.stream;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar day that it is for a legal entity, by its time zone. */
@Component
public class BusinessDays {

    private final Clock clock;
    private final LegalEntityRows entities;

    BusinessDays(Clock clock, LegalEntityRows entities) {
        this.clock = clock;
        this.entities = entities;
    }

    /** @throws Refusal LEGAL_ENTITY_NOT_FOUND */
    public LocalDate today(LegalEntityId entity) {
        return LocalDate.now(clock.withZone(zoneOf(entity)));
    }

    /** The calendar day of a moment. */
    public LocalDate dayOf(LegalEntityId entity, Instant moment) {
        return LocalDate.ofInstant(moment, zoneOf(entity));
    }

    /** The calendar day in UTC, for what belongs to no legal entity. */
    public LocalDate todayAnywhere() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** @throws Refusal DATE_IN_FUTURE when the date is after the entity's today */
    public void refuseFuture(LegalEntityId entity, @Nullable LocalDate date) {
        var today = today(entity);
        if (date != null && date.isAfter(today)) {
            throw new Refusal(ProblemCode.DATE_IN_FUTURE, date + " is after today, " + today + ", at " + entity);
        }
    }

    private ZoneId zoneOf(LegalEntityId entity) {
        return entities.find(entity)
                .map(LegalEntityRow::timeZone)
                .orElseThrow(() -> StreamType.LEGAL_ENTITY.notFound(entity.value()));
    }
}
