package io.receivables.query.ledger;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sign-offs of legal entities. Those of one entity are few, so they are read from its history each time. */
public class SignOffs {

    private final History history;

    SignOffs(History history) {
        this.history = history;
    }

    /** Of some legal entities, in the order in which they were signed, as known at a position. */
    public List<SignOff> of(Set<LegalEntityId> entities, long position) {
        var signOffs = new ArrayList<SignOff>();
        var streams = entities.stream().map(StreamKey::ofPeriods).map(StreamKey::id).toList();
        for (var fact : history.ofStreams("AccountingPeriod", streams, position)) {
            switch ((AccountingPeriodEvent) fact.event()) {
                case PeriodClosed closed -> signOffs.add(
                        new SignOff(closed, fact.position(), fact.recordedAt(), null));
                case PeriodReopened reopened -> signOffs.replaceAll(it -> lifts(reopened, it.closed())
                        ? new SignOff(it.closed(), it.position(), it.recordedAt(), reopened)
                        : it);
            }
        }
        return List.copyOf(signOffs);
    }

    /** @param no null: the latest of the month */
    public Optional<SignOff> find(LegalEntityId entity, YearMonth period, @Nullable Integer no, long position) {
        return of(Set.of(entity), position).stream()
                .filter(it -> it.closed().period().equals(period))
                .filter(it -> no == null || it.closed().signOff() == no)
                .reduce((_, later) -> later);
    }

    private static boolean lifts(PeriodReopened reopened, PeriodClosed closed) {
        return closed.legalEntity().equals(reopened.legalEntity()) && closed.period().equals(reopened.period())
                && closed.signOff() == reopened.signOff();
    }
}
