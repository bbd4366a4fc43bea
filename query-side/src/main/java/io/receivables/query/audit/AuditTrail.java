package io.receivables.query.audit;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.Known;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads out the full history, oldest first. It is read in portions, so that no reader holds the database or the memory. */
@Service
public class AuditTrail {

    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;

    AuditTrail(JdbcClient jdbc, AsOfResolver resolver) {
        this.jdbc = jdbc;
        this.resolver = resolver;
    }

    /** Bounds are inclusive; {@code from} and {@code to} are instants of recording. */
    public record Filter(@Nullable String accountId, @Nullable String legalEntity, @Nullable String from,
            @Nullable String to, @Nullable String fromPosition, @Nullable String toPosition,
            @Nullable String asKnown) {}

    /** A history that is ready to be read: everything that could be refused has been. */
    public final class Reading {

        private final Filter filter;
        private final Scope scope;
        private final Known known;
        private final long first;
        private final long last;
        private final @Nullable Instant from;
        private final @Nullable Instant to;

        private Reading(Filter filter) {
            this.filter = filter;
            this.scope = Scope.of(filter.legalEntity());
            this.known = resolver.known(filter.asKnown());
            this.first = filter.fromPosition() == null ? 0 : Parameters.position("fromPosition", filter.fromPosition());
            this.last = filter.toPosition() == null
                    ? known.position()
                    : Math.min(known.position(), Parameters.position("toPosition", filter.toPosition()));
            this.from = filter.from() == null ? null : Parameters.instant("from", filter.from());
            this.to = filter.to() == null ? null : Parameters.instant("to", filter.to());
        }

        /** How many there were. */
        public long forEach(Consumer<EventLine> reader) {
            long next = first;
            long lines = 0;
            while (true) {
                var portion = portion(next);
                portion.forEach(reader);
                lines += portion.size();
                if (portion.size() < PORTION) {
                    return lines;
                }
                next = portion.getLast().position() + 1;
            }
        }

        /** Line by line from the store: by its guess of how many there are, the database might rather read all of it. */
        private List<EventLine> portion(long next) {
            return jdbc.sql("""
                    select e.*
                      from (select position from ledger.fact
                             where position between :next and :last and (:all or legal_entity in (:entities))
                               and (:account::text is null or account_id = :account
                                    or stream_type = 'Payment' and stream_id in (
                                        select document_id from ledger.identification
                                         where account_id = :account and position <= :last))
                               and (:from::timestamptz is null or recorded_at >= :from)
                               and (:to::timestamptz is null or recorded_at <= :to)
                             order by position
                             limit :limit) f
                     cross join lateral (select * from ledger.event_log e where e.position = f.position limit 1) e
                     order by e.position""")
                    .param("next", next)
                    .param("last", last)
                    .param("all", scope.all())
                    .param("entities", scope.entities())
                    .param("account", filter.accountId())
                    .param("from", from == null ? null : from.atOffset(ZoneOffset.UTC))
                    .param("to", to == null ? null : to.atOffset(ZoneOffset.UTC))
                    .param("limit", PORTION)
                    .query((row, _) -> EventLine.of(row))
                    .list();
        }
    }

    public Reading read(Filter filter) {
        return new Reading(filter);
    }

    /** The fact at one position. */
    public EventLine at(long position) {
        return jdbc.sql("select * from ledger.event_log where position = ?")
                .param(position)
                .query((row, _) -> EventLine.of(row))
                .optional()
                .filter(line -> Scope.isVisible(line.legalEntity()))
                .orElseThrow(
                        () -> new Refusal(ProblemCode.EVENT_NOT_FOUND, "there is no fact at position " + position));
    }
}
