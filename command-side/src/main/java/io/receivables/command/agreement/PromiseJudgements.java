package io.receivables.command.agreement;

import io.receivables.events.account.PromiseCash;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.agreement.PromiseStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the promises of an account. Cash counts by the day it came, not by the day it was allocated, and no more
 * from the day it went back. A euro counts for one promise only: that with the earliest promised date whose days it falls
 * into. A promise that was withdrawn is not judged any more.
 */
final class PromiseJudgements {

    private static final Comparator<PromiseStanding> EARLIEST_FIRST = Comparator
            .comparing((PromiseStanding it) -> it.made().promisedDate())
            .thenComparing(it -> it.made().effectiveDate());

    private final List<PromiseStanding> promises;
    private final List<CashChange> cash;

    PromiseJudgements(List<PromiseStanding> promises, List<CashChange> cash) {
        this.promises = promises.stream().sorted(EARLIEST_FIRST).toList();
        this.cash = cash;
    }

    private record Verdict(PromiseOutcome outcome, Money cash, List<PromiseCash> counted) {

        boolean isThat(@Nullable PromiseJudged recorded) {
            return recorded == null
                    ? outcome == PromiseOutcome.OPEN && cash.isZero()
                    : recorded.outcome() == outcome && recorded.cash().equals(cash);
        }
    }

    /**
     * The judgements that make what is recorded true at every day up to today. The first one is of the first day that was
     * judged otherwise; as the last one recorded holds, every change after that day is told again.
     */
    List<PromiseJudged> upTo(LocalDate today) {
        var days = new TreeSet<LocalDate>();
        promises.forEach(it -> days(it).filter(day -> !day.isAfter(today)).forEach(days::add));
        cash.stream().map(CashChange::from).filter(day -> !day.isAfter(today)).forEach(days::add);
        var verdicts = new TreeMap<LocalDate, Map<PromiseMade, Verdict>>();
        days.forEach(day -> verdicts.put(day, at(day)));
        return promises.stream()
                .filter(promise -> promise.withdrawn() == null)
                .flatMap(promise -> corrections(promise, verdicts))
                .toList();
    }

    /** The days on which the verdict may change, cash aside. */
    private static Stream<LocalDate> days(PromiseStanding promise) {
        var own = Stream.of(promise.made().effectiveDate(), promise.made().lastDay().plusDays(1));
        var judged = promise.judgements().stream().map(PromiseJudged::effectiveDate);
        var end = promise.withdrawn();
        var withdrawn = end == null ? Stream.<LocalDate>of() : Stream.of(end.effectiveDate());
        return Stream.of(own, judged, withdrawn).flatMap(it -> it);
    }

    private static Stream<PromiseJudged> corrections(PromiseStanding promise,
            TreeMap<LocalDate, Map<PromiseMade, Verdict>> verdicts) {
        var made = promise.made();
        var corrections = new ArrayList<PromiseJudged>();
        for (var day : verdicts.keySet()) {
            var verdict = Objects.requireNonNull(verdicts.get(day)).get(made);
            if (verdict == null) {
                continue;
            }
            var recorded = corrections.isEmpty() ? promise.judgementAt(day).orElse(null) : corrections.getLast();
            if (!verdict.isThat(recorded)) {
                corrections.add(new PromiseJudged(made.accountId(), made.legalEntity(), made.promiseId(),
                        verdict.outcome(), verdict.cash(), verdict.counted(), day));
            }
        }
        return corrections.stream();
    }

    /** By promise that had been made by a day and was not withdrawn. */
    private Map<PromiseMade, Verdict> at(LocalDate day) {
        var left = piecesAt(day);
        var verdicts = new HashMap<PromiseMade, Verdict>();
        for (var promise : promises) {
            if (promise.existsAt(day) && !promise.isWithdrawnAt(day)) {
                verdicts.put(promise.made(), verdict(promise.made(), left, day));
            }
        }
        return verdicts;
    }

    private static final class Piece {

        private final PaymentId payment;
        private final LocalDate came;
        private long left;

        private Piece(PaymentId payment, LocalDate came) {
            this.payment = payment;
            this.came = came;
        }
    }

    /** What there is of each payment at a day, the earliest first. */
    private List<Piece> piecesAt(LocalDate day) {
        var pieces = new HashMap<PaymentId, Piece>();
        for (var change : cash) {
            if (!change.from().isAfter(day)) {
                pieces.computeIfAbsent(change.payment(), id -> new Piece(id, change.came())).left += change
                        .minorUnits();
            }
        }
        return pieces.values()
                .stream()
                .filter(it -> it.left > 0)
                .sorted(Comparator.comparing((Piece it) -> it.came).thenComparing(it -> it.payment.value()))
                .toList();
    }

    private static Verdict verdict(PromiseMade made, List<Piece> pieces, LocalDate day) {
        var currency = made.amount().currency();
        long missing = made.amount().minorUnits();
        var counted = new ArrayList<PromiseCash>();
        for (var piece : pieces) {
            long part = Math.min(missing, piece.left);
            if (part > 0 && piece.came.isAfter(made.effectiveDate()) && !piece.came.isAfter(made.lastDay())) {
                counted.add(new PromiseCash(piece.payment, piece.came, Money.ofMinorUnits(part, currency)));
                piece.left -= part;
                missing -= part;
            }
        }
        var came = made.amount().minus(Money.ofMinorUnits(missing, currency));
        return new Verdict(outcome(missing == 0, counted.isEmpty(), day.isAfter(made.lastDay())), came,
                List.copyOf(counted));
    }

    private static PromiseOutcome outcome(boolean all, boolean nothing, boolean isPast) {
        if (all) {
            return PromiseOutcome.KEPT;
        }
        if (!isPast) {
            return PromiseOutcome.OPEN;
        }
        return nothing ? PromiseOutcome.BROKEN : PromiseOutcome.PARTLY_KEPT;
    }
}
