package io.receivables.command.stream;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendar day that it is for a legal entity, by its time zone. */
@Component
public class BusinessDays {

    private final Clock clock;
    private final JdbcClient jdbc;
    /** A zone never changes once the entity is registered. */
    private final Map<LegalEntityId, ZoneId> zones = new ConcurrentHashMap<>();

    public BusinessDays(Clock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** @throws Refusal LEGAL_ENTITY_NOT_FOUND */
    public LocalDate today(LegalEntityId entity) {
        return LocalDate.now(clock.withZone(zones.computeIfAbsent(entity, this::zoneOf)));
    }

    /** @throws Refusal DATE_IN_FUTURE when the date is after the entity's today */
    public void refuseFuture(LegalEntityId entity, @Nullable LocalDate date) {
        var today = today(entity);
        if (date != null && date.isAfter(today)) {
            throw new Refusal(ProblemCode.DATE_IN_FUTURE, date + " is after today, " + today + ", at " + entity);
        }
    }

    private ZoneId zoneOf(LegalEntityId entity) {
        return jdbc.sql("select time_zone from command.legal_entity where legal_entity = ?")
                .param(entity.value())
                .query((row, _) -> ZoneId.of(row.getString(1)))
                .optional()
                .orElseThrow(() -> StreamType.LEGAL_ENTITY.notFound(entity.value()));
    }
}
