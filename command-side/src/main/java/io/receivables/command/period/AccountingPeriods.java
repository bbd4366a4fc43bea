package io.receivables.command.period;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import io.receivables.events.period.SeenBalances;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.PeriodResource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The months of a legal entity. Any month may be the first that is closed, and closes all before it; from there on they are
 * closed one after the other, and reopened from the last one back.
 */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class AccountingPeriods implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private LegalEntityId legalEntity;
    /** Null while nothing is closed. */
    private @Nullable YearMonth first;
    private @Nullable YearMonth last;
    private final Map<YearMonth, PeriodClosed> latestSignOffs = new HashMap<>();

    AccountingPeriods() {}

    /** What somebody signs. */
    public record SignOff(YearMonth period, String signedBy, String reason, List<ControlTotal> totals,
            @Nullable SeenBalances seen, LocalDate today) {

        PeriodClosed numbered(int no, LegalEntityId entity) {
            return new PeriodClosed(entity, period, no, signedBy, reason, totals, seen, today);
        }
    }

    /** The first month that is ever closed. */
    public static AccountingPeriods begin(LegalEntityId entity, SignOff signOff) {
        MonthMustBeOver.check(signOff.period(), signOff.today());
        apply(signOff.numbered(1, entity));
        return new AccountingPeriods();
    }

    public void close(SignOff signOff) {
        var period = signOff.period();
        if (last != null && !period.isAfter(last)) {
            throw new Refusal(ProblemCode.PERIOD_CLOSED,
                    period + " of " + legalEntity + " is closed; the last closed month is " + last);
        }
        MonthMustBeOver.check(period, signOff.today());
        if (last != null && !period.equals(last.plusMonths(1))) {
            throw new Refusal(ProblemCode.EARLIER_PERIOD_OPEN, last.plusMonths(1) + " of " + legalEntity
                    + " is open and comes before " + period);
        }
        var earlier = latestSignOffs.get(period);
        apply(signOff.numbered(earlier == null ? 1 : earlier.signOff() + 1, legalEntity));
    }

    /** @throws Refusal PERIOD_NOT_CLOSED, LATER_PERIOD_CLOSED */
    public void reopen(YearMonth period, String reopenedBy, String reason, LocalDate today) {
        var signOff = latestSignOffs.get(period);
        if (last == null || signOff == null || period.isAfter(last)) {
            throw new Refusal(ProblemCode.PERIOD_NOT_CLOSED, period + " of " + legalEntity + " was not closed"
                    + (last == null ? "; no month is" : "; the last closed month is " + last));
        }
        if (!period.equals(last)) {
            throw new Refusal(ProblemCode.LATER_PERIOD_CLOSED, last + " of " + legalEntity
                    + " is closed and comes after " + period + ": it is reopened first");
        }
        apply(new PeriodReopened(legalEntity, period, signOff.signOff(), reopenedBy, reason, today));
    }

    @EventSourcingHandler
    void evolve(AccountingPeriodEvent event) {
        switch (event) {
            case PeriodClosed closed -> {
                legalEntity = closed.legalEntity();
                streamId = StreamType.ACCOUNTING_PERIOD.streamId(closed.legalEntity());
                first = first == null ? closed.period() : first;
                last = closed.period();
                latestSignOffs.put(closed.period(), closed);
            }
            case PeriodReopened reopened -> {
                boolean wasFirst = reopened.period().equals(first);
                first = wasFirst ? null : first;
                last = wasFirst ? null : reopened.period().minusMonths(1);
            }
        }
    }

    /** The last day of the last closed month; empty while none is closed. */
    public Optional<LocalDate> closedThrough() {
        return Optional.ofNullable(last).map(YearMonth::atEndOfMonth);
    }

    public PeriodResource resource(YearMonth period, long version) {
        var signOff = Objects.requireNonNull(latestSignOffs.get(period));
        boolean closed = last != null && !period.isAfter(last);
        return new PeriodResource(legalEntity, period,
                closed ? PeriodResource.Status.CLOSED : PeriodResource.Status.OPEN, signOff.signOff(),
                signOff.signedBy(), signOff.reason(), signOff.totals(), signOff.effectiveDate(), version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return legalEntity;
    }
}
