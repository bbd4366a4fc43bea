package io.receivables.query.period;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.period.ControlTotal;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.PeriodResource.Status;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.SignOff;
import io.receivables.query.ledger.SignOffs;
import io.receivables.query.period.Period.LateFact;
import io.receivables.query.period.Period.Reopening;
import io.receivables.query.period.Period.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which months were signed off, and what has come late since. */
@Service
@SnapshotRead
public class GetPeriods {

    private final SignOffs signOffs;
    private final PeriodFigures figures;
    private final AsOfResolver resolver;
    private final JdbcClient jdbc;

    GetPeriods(SignOffs signOffs, PeriodFigures figures, AsOfResolver resolver, JdbcClient jdbc) {
        this.signOffs = signOffs;
        this.figures = figures;
        this.resolver = resolver;
        this.jdbc = jdbc;
    }

    private record Month(LegalEntityId legalEntity, YearMonth period) {}

    /** By legal entity and month; a month that nobody has ever signed is not in it. */
    public Page<Period> all(@Nullable String legalEntity, @Nullable String asKnown, Paging paging) {
        var scope = Scope.of(legalEntity);
        var known = resolver.known(asKnown);
        var page = Page.of(months(scope, known, paging), paging.size(),
                month -> List.of(month.legalEntity().value(), month.period().toString()));
        var signed = signOffs
                .of(page.items().stream().map(Month::legalEntity).collect(Collectors.toSet()), known.position())
                .stream()
                .collect(Collectors.groupingBy(it -> new Month(it.closed().legalEntity(), it.closed().period())));
        return page.with(
                page.items().stream().map(month -> period(signed.getOrDefault(month, List.of()), known)).toList());
    }

    /** One more than the page has, if there is more. */
    private List<Month> months(Scope scope, Known known, Paging paging) {
        var after = paging.afterKeys(2);
        return jdbc.sql("""
                select distinct legal_entity, data ->> 'period' as period
                  from ledger.event_log
                 where stream_type = 'AccountingPeriod' and type = 'PeriodClosed' and position <= :known
                   and (:all or legal_entity in (:entities))
                   and (legal_entity, data ->> 'period') > (:afterEntity, :afterPeriod)
                 order by 1, 2 limit :limit""")
                .param("known", known.position())
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("afterEntity", after == null ? "" : after.getFirst())
                .param("afterPeriod", after == null ? "" : after.getLast())
                .param("limit", paging.size() + 1)
                .query((row, _) -> new Month(new LegalEntityId(row.getString(1)), YearMonth.parse(row.getString(2))))
                .list();
    }

    /** @throws Refusal PERIOD_NOT_FOUND when the month was never signed off */
    public Period one(LegalEntityId entity, YearMonth month, @Nullable String asKnown) {
        var known = resolver.known(asKnown);
        return period(ofMonth(entity, month, known), known);
    }

    /** Those after one sign-off, the latest unless it is numbered, oldest first. */
    public Page<LateFact> lateFacts(LegalEntityId entity, YearMonth month, @Nullable Integer no,
            @Nullable String asKnown, Paging paging) {
        var known = resolver.known(asKnown);
        var signOff = ofMonth(entity, month, known).stream()
                .filter(it -> no == null || it.closed().signOff() == no)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new Refusal(ProblemCode.PERIOD_NOT_FOUND,
                        "there is no sign-off " + no + " of " + month + " of " + entity));
        var after = paging.afterKeys(2);
        var facts = jdbc.sql("""
                select e.position, e.recorded_at, e.effective_date,
                       coalesce(e.accounting_date, e.effective_date) as accounting_date, e.type, e.stream_type,
                       e.stream_id, e.account_id, e.who, e.why, m.currency, m.effect
                  from (select position, currency,
                               coalesce(sum(amount) filter (where account_id is not null), 0)::int8 as effect
                          from ledger.movement
                         where legal_entity = :entity and effective_date <= :end and position > :signedOff
                           and position <= :known and (position, currency) > (:afterPosition, :afterCurrency)
                         group by position, currency
                         order by position, currency
                         limit :limit) m
                  join ledger.fact e using (position)
                 order by e.position, m.currency""")
                .param("entity", entity.value())
                .param("end", month.atEndOfMonth())
                .param("signedOff", signOff.position())
                .param("known", known.position())
                .param("afterPosition", after == null ? 0L : Cursor.number(after.getFirst()))
                .param("afterCurrency", after == null ? "" : after.getLast())
                .param("limit", paging.size() + 1)
                .query((row, _) -> lateFact(row))
                .list();
        return Page.of(facts, paging.size(), last -> List.of(Long.toString(last.position()),
                last.effect().currency().getCurrencyCode()));
    }

    private List<SignOff> ofMonth(LegalEntityId entity, YearMonth month, Known known) {
        Scope.requireVisible(entity.value());
        var found = signOffs.of(Set.of(entity), known.position())
                .stream()
                .filter(it -> it.closed().period().equals(month))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(ProblemCode.PERIOD_NOT_FOUND, month + " of " + entity + " was never signed off");
        }
        return found;
    }

    private Period period(List<SignOff> all, Known known) {
        var latest = all.getLast();
        var closed = latest.closed();
        return new Period(closed.legalEntity(), closed.period(),
                latest.reopened() == null ? Status.CLOSED : Status.OPEN, known,
                all.stream().map(this::signature).toList(), figures.lateFacts(latest, known.position()),
                figures.reconciliation(latest, known.position()));
    }

    private Signature signature(SignOff signOff) {
        var closed = signOff.closed();
        var reopened = signOff.reopened();
        return new Signature(closed.signOff(), closed.signedBy(), closed.reason(), closed.effectiveDate(),
                new Known(signOff.position(), signOff.recordedAt(), signOff.name()), closed.totals(), closed.seen(),
                ties(signOff), reopened == null
                        ? null
                        : new Reopening(reopened.reopenedBy(), reopened.reason(), reopened.effectiveDate()));
    }

    /** Currencies without anything are in one list and not in the other. */
    private boolean ties(SignOff signOff) {
        var closed = signOff.closed();
        return somewhat(closed.totals()).equals(somewhat(
                figures.totals(closed.legalEntity(), closed.period().atEndOfMonth(), signOff.position())));
    }

    private static List<ControlTotal> somewhat(List<ControlTotal> totals) {
        return totals.stream()
                .filter(it -> !it.invoices().isZero() || !it.charges().isZero() || !it.unapplied().isZero()
                        || !it.unidentified().isZero())
                .toList();
    }

    private static LateFact lateFact(ResultSet row) throws SQLException {
        return new LateFact(row.getLong("position"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_date", LocalDate.class), row.getObject("accounting_date", LocalDate.class),
                row.getString("type"), row.getString("stream_type"), row.getString("stream_id"),
                row.getString("account_id"), row.getString("who"), row.getString("why"),
                Money.ofMinorUnits(row.getLong("effect"), Currency.getInstance(row.getString("currency"))));
    }
}
