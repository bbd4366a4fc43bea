package io.receivables.query.ledger;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign-offs of legal entities. There are few, so they are read from their history each time. */
public class SignOffs {

    private final History history;

    SignOffs(History history) {
        this.history = history;
    }

    /** Of every legal entity, in the order in which they were signed, as known at a position. */
    public List<SignOff> all(long position) {
        var signOffs = new ArrayList<SignOff>();
        for (var fact : history.ofType("AccountingPeriod", position)) {
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
        return all(position).stream()
                .filter(it -> it.closed().legalEntity().equals(entity) && it.closed().period().equals(period))
                .filter(it -> no == null || it.closed().signOff() == no)
                .reduce((_, later) -> later);
    }

    private static boolean lifts(PeriodReopened reopened, PeriodClosed closed) {
        return closed.legalEntity().equals(reopened.legalEntity()) && closed.period().equals(reopened.period())
                && closed.signOff() == reopened.signOff();
    }
}
