package io.receivables.query.cashforecast;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.cashforecast.CashForecast.BackTest;
import io.receivables.query.cashforecast.CashForecast.Bases;
import io.receivables.query.cashforecast.CashForecast.Control;
import io.receivables.query.cashforecast.CashForecast.Unscheduled;
import io.receivables.query.cashforecast.CashForecast.Week;
import io.receivables.query.cashforecast.Expectation.Basis;
import io.receivables.query.cashforecast.Expectation.Why;
import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.DueBalances;
import io.receivables.query.ledger.Flow;
import io.receivables.query.ledger.Flows;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.MovementKind;
import io.receivables.query.ledger.OpenClaims;
import io.receivables.query.ledger.PaymentBehaviours;
import io.receivables.query.ledger.Progress;
import io.receivables.query.ledger.RiskClasses;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers when the cash that is owed is expected, at a date, as known on a day. */
@Service
@SnapshotRead
public class GetCashForecast {

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_BACK_TEST = 30;
    private static final int MONTHS_OF_HABITS = 12;
    private static final Set<MovementKind> CASH = EnumSet.of(MovementKind.RECEIVED, MovementKind.IDENTIFIED,
            MovementKind.RETURNED, MovementKind.HELD_FOR_FACTOR);

    private final JdbcClient jdbc;
    private final BookCuts cuts;
    private final OpenClaims claims;
    private final ReadAgreed agreed;
    private final DueBalances dueBalances;
    private final PaymentBehaviours behaviours;
    private final RiskClasses risks;
    private final Flows flows;
    private final Progress progress;
    private final LegalEntities entities;

    GetCashForecast(JdbcClient jdbc, BookCuts cuts, OpenClaims claims, ReadAgreed agreed, DueBalances dueBalances,
            PaymentBehaviours behaviours, RiskClasses risks, Flows flows, Progress progress, LegalEntities entities) {
        this.jdbc = jdbc;
        this.cuts = cuts;
        this.claims = claims;
        this.agreed = agreed;
        this.dueBalances = dueBalances;
        this.behaviours = behaviours;
        this.risks = risks;
        this.flows = flows;
        this.progress = progress;
        this.entities = entities;
    }

    public CashForecast handle(CashForecastRequest request) {
        int weeks = request.length();
        var cut = cuts.of(request.book());
        Planner.groupInMemory(jdbc);
        var asAt = cut.asOf().asAt();
        var habits = habits(cut);
        var expectations = expectations(cut, habits);
        var byDueDate = dueBalances.of(cut);
        var aged = byDueDate.atCut().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var open = sum(expectations, _ -> true);
        var currency = cut.currency();
        return new CashForecast(cut.legalEntity(), asAt, cut.asOf().known(), currency.getCurrencyCode(),
                cut.accountId(),
                cut.receivableClass(), weeks(expectations, asAt, weeks, currency),
                text(sum(expectations, it -> isAfter(it.date(), asAt.plusDays((long) DAYS_OF_WEEK * weeks))), currency),
                unscheduled(expectations, currency), text(open, currency), text(byDueDate.unapplied(), currency),
                habits.ofAll() == null ? null : habits.ofAll().toPlainString(), bases(expectations, currency),
                new Control(text(open, currency), text(aged, currency), open.compareTo(aged) == 0),
                backTest(cut));
    }

    private List<Expectation> expectations(BookCut cut, Habits habits) {
        // A promise is for all that an account owes, whichever class is asked for.
        var all = cut.inClass(null);
        return Expectations.of(claims.amountsOf(all), agreed.of(all), habits, cut.asOf().asAt(), cut.receivableClass());
    }

    /** Those of an account are its own once it has settled as many invoices as a class of risk takes. */
    private Habits habits(BookCut cut) {
        int minimum = risks.rules(cut.legalEntity(), cut.asOf()).rules().minimumSettledOrDefault();
        var asAt = cut.asOf().asAt();
        var settled = behaviours.ofAccountsInDays(cut, asAt.minusMonths(MONTHS_OF_HABITS).plusDays(1), asAt);
        var byAccount = new HashMap<String, BigDecimal>();
        var amount = BigDecimal.ZERO;
        var late = BigDecimal.ZERO;
        for (var one : settled.entrySet()) {
            amount = amount.add(one.getValue().amount());
            late = late.add(one.getValue().dayAmountsLate());
            var days = one.getValue().averageDaysLate();
            if (days != null && one.getValue().invoices() >= minimum) {
                byAccount.put(one.getKey(), days);
            }
        }
        return new Habits(byAccount, amount.signum() == 0 ? null : late.divide(amount, 2, RoundingMode.HALF_UP));
    }

    private static List<Week> weeks(List<Expectation> expectations, LocalDate asAt, int count, Currency currency) {
        var weeks = new ArrayList<Week>();
        for (int no = 1; no <= count; no++) {
            var before = asAt.plusDays((no - 1L) * DAYS_OF_WEEK);
            var last = before.plusDays(DAYS_OF_WEEK);
            weeks.add(new Week(no, before.plusDays(1), last,
                    text(sum(expectations, it -> isAfter(it.date(), before) && !isAfter(it.date(), last)), currency)));
        }
        return List.copyOf(weeks);
    }

    private static Unscheduled unscheduled(List<Expectation> expectations, Currency currency) {
        return new Unscheduled(text(sum(expectations, it -> it.why() == Why.PAST_EXPECTED), currency),
                text(sum(expectations, it -> it.why() == Why.DOUBTFUL), currency),
                text(sum(expectations, it -> it.why() == Why.DISPUTED), currency),
                text(sum(expectations, it -> it.date() == null), currency));
    }

    private static Bases bases(List<Expectation> expectations, Currency currency) {
        return new Bases(text(sum(expectations, it -> it.basis() == Basis.AGREED), currency),
                text(sum(expectations, it -> it.basis() == Basis.ACCOUNT), currency),
                text(sum(expectations, it -> it.basis() == Basis.ENTITY), currency),
                text(sum(expectations, it -> it.basis() == Basis.DUE_DATE), currency));
    }

    private BackTest backTest(BookCut cut) {
        var asAt = cut.asOf().asAt();
        var madeAt = asAt.minusDays(DAYS_OF_BACK_TEST);
        var then = cut.at(new AsOf(madeAt, knownThen(cut, madeAt)));
        var known = then.asOf().known();
        var made = expectations(then, habits(then));
        var expected = made.isEmpty()
                ? null
                : sum(made, it -> it.date() != null && !it.date().isAfter(asAt));
        var came = receivedOfForecast(cut, then);
        var deviation = expected == null || expected.signum() == 0
                ? null
                : came.subtract(expected).movePointRight(2).divide(expected, 2, RoundingMode.HALF_UP).toPlainString();
        var reason = expected == null ? "NOTHING_OPEN_AND_KNOWN_THEN" : deviation == null ? "NOTHING_EXPECTED" : null;
        return new BackTest(madeAt, known, madeAt.plusDays(1), asAt,
                expected == null ? null : text(expected, cut.currency()), text(came, cut.currency()),
                text(received(cut, madeAt), cut.currency()), deviation, reason);
    }

    /** The last fact that had been recorded when that day ended for the legal entity, and never more than the cut knows. */
    private Known knownThen(BookCut cut, LocalDate madeAt) {
        var zone = entities.find(new LegalEntityId(cut.legalEntity()), Long.MAX_VALUE).orElseThrow().timeZone();
        var then = progress.at(madeAt.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000));
        return then.position() < cut.asOf().position() ? then : cut.asOf().known();
    }

    private BigDecimal receivedOfForecast(BookCut cut, BookCut then) {
        return jdbc.sql("""
                select -coalesce(sum(m.amount), 0)
                  from ledger.account a
                  join ledger.movement m on m.account_id = a.account_id
                  join ledger.document d on d.document_type = m.document_type and d.document_id = m.document_id
                 where a.legal_entity = :entity and a.currency = :currency and m.kind = 'CASH'
                   and m.paid_date > :madeAt and m.paid_date <= :asAt and m.effective_date <= :asAt
                   and m.position <= :known and d.effective_date <= :madeAt and d.position <= :knownThen
                   and (:account::text is null or a.account_id = :account)
                   and (:class::text is null or m.receivable_class = :class)""")
                .params(cut.parameters())
                .param("madeAt", then.asOf().asAt())
                .param("knownThen", then.asOf().position())
                .query(BigDecimal.class)
                .single();
    }

    /** On accounts: cash without a name counts from the day on which it got one. */
    private BigDecimal received(BookCut cut, LocalDate after) {
        return flows.of(cut)
                .stream()
                .filter(flow -> flow.type() == DocumentType.PAYMENT && CASH.contains(flow.kind())
                        && flow.date().isAfter(after))
                .map(Flow::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
    }

    private static boolean isAfter(@Nullable LocalDate date, LocalDate other) {
        return date != null && date.isAfter(other);
    }

    private static BigDecimal sum(List<Expectation> expectations, Predicate<Expectation> which) {
        return expectations.stream()
                .filter(which)
                .map(it -> BigDecimal.valueOf(it.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(BigDecimal minorUnits, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return minorUnits.movePointLeft(digits).setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }
}
