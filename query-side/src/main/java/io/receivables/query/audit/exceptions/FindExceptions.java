package io.receivables.query.audit.exceptions;

import io.receivables.events.money.Money;
import io.receivables.query.audit.exceptions.ExceptionReport.Total;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the facts of a report in the log. Nothing is kept for it: exceptions are few, and a report is asked for now and then. */
@Component
class FindExceptions {

    /**
     * The same money as in another fact, told to the other document, which is no second thing that was dated back. The second
     * reading of the proof knows the same ones.
     */
    private static final String TOLD_TO_THE_OTHER = """
            (f.type in ('InvoiceSettledInPart', 'InvoiceSettlementReversed', 'InvoiceCharged', 'InvoiceChargeReversed',
                        'LateChargeSettledInPart', 'LateChargeSettlementReversed', 'ReceivedTransferReversed',
                        'InvoiceFactored', 'InvoiceBoughtBack', 'InvoicePaidToFactor', 'InvoicePaidToFactorReversed')
             or f.type = 'PaymentReceived' and f.data ->> 'transferredFrom' is not null)""";

    /**
     * The facts of the days, each with what it is worth a look for; most with nothing. What a run or a rule has dated by the day on
     * which it became true is not backdated by anybody, nor is what another ledger had open. What a fact says is read from the
     * store fact by fact: days are few beside a history.
     */
    private static final String FOUND = """
            with alone as (
                select e.position, e.recorded_at, e.account_id, e.data ->> 'requestedBy' as requested_by,
                       case e.type when 'RefundRequested' then 'REFUND' when 'CreditWrittenOff' then 'CREDIT_WRITE_OFF'
                                   else 'WRITE_OFF' end as family,
                       (e.data #>> '{limit,amount}')::numeric as most, e.data #>> '{limit,currency}' as currency,
                       coalesce((e.data #>> '{amount,amount}')::numeric, (select sum((p #>> '{amount,amount}')::numeric)
                                  from json_array_elements(e.data -> 'parts') p)) as amount
                  from ledger.event_log e
                 where e.type in ('InvoiceWrittenOff', 'CreditWrittenOff', 'RefundRequested')
                   and e.legal_entity = :entity and e.position <= :known
                   and e.recorded_at >= :from - make_interval(days => :splitDays) and e.recorded_at < :to
                   and e.data ->> 'approvedBy' is null
            ), split as (
                select * from (
                    select position, recorded_at, currency, most, sum(amount) over lately as amount,
                           count(*) over lately as facts
                      from alone
                     where amount <= most
                    window lately as (partition by account_id, requested_by, family, currency order by recorded_at
                                      range between make_interval(days => :splitDays) preceding and current row)) summed
                 where amount > most and facts > 1 and recorded_at >= :from
            ), fact as (
                select e.*, l.data, (e.recorded_at at time zone :zone)::date as recorded_date
                  from ledger.fact e
                 cross join lateral (select o.data from ledger.event_log o where o.position = e.position limit 1) l
                 where e.legal_entity in (:entity, '*') and e.position <= :known
                   and e.recorded_at >= :from and e.recorded_at < :to
            ), found as (
                select f.position, f.recorded_date, f.accounting_date, k.kind, s.amount as split_amount, s.most, s.facts,
                       coalesce(s.currency, f.data #>> '{amount,currency}', f.data #>> '{total,currency}',
                                f.data #>> '{parts,0,amount,currency}') as currency,
                       case when k.kind = 'SPLIT_UNDER_LIMIT' then s.amount
                            when f.type = 'WriteOffReversed' then (select sum((p #>> '{amount,amount}')::numeric)
                                  from json_array_elements(f.data -> 'parts') p)
                            when f.type = 'InvoiceIssued' then (f.data #>> '{total,amount}')::numeric
                            else (f.data #>> '{amount,amount}')::numeric end as amount,
                       k.kind in ('BACKDATED', 'IN_CLOSED_PERIOD') as late
                  from fact f
                  left join split s on s.position = f.position
                 cross join lateral (values (case f.type
                           when 'ApprovalRefused' then case f.data ->> 'rule'
                                when 'APPROVER_IS_REQUESTER' then 'OWN_APPROVAL_REFUSED' else 'APPROVAL_REFUSED' end
                           when 'CreditOverrideApproved' then 'CREDIT_OVERRIDE_GIVEN'
                           when 'InvoiceIssued' then case when f.data::text like '%%"OVERRIDDEN"%%'
                                and f.data #>> '{creditCheck,outcome}' = 'OVERRIDDEN' then 'CREDIT_LIMIT_OVERRIDDEN' end
                           when 'PeriodReopened' then 'PERIOD_REOPENED'
                           when 'WriteOffReversed' then 'WRITE_OFF_REVERSED'
                           when 'CreditWriteOffReversed' then 'WRITE_OFF_REVERSED'
                           when 'LateChargeReversed' then case f.data ->> 'recalculated'
                                when 'false' then 'LATE_CHARGE_REVERSED' end
                           when 'CreditPolicySet' then 'POLICY_CHANGED'
                           when 'AccountMappingSet' then 'POLICY_CHANGED'
                           when 'ReferenceRateSet' then 'POLICY_CHANGED'
                           when 'AccountReopened' then 'ACCOUNT_REOPENED'
                           when 'DunningBlockReleased' then %1$s
                           when 'InvoiceDunningBlockReleased' then %1$s
                           end),
                       (case when %2$s then null
                             when f.accounting_date is not null then 'IN_CLOSED_PERIOD'
                             when f.recorded_date - f.effective_date > :days
                              and f.type not in ('PromiseJudged', 'PaymentPlanBreached', 'PaymentPlanResumed',
                                                 'PaymentPlanCompleted')
                              and f.data ->> 'opening' is null then 'BACKDATED' end),
                       (case when s.position is not null then 'SPLIT_UNDER_LIMIT' end)) k (kind)
                 where k.kind is not null and (:kind::text is null or k.kind = :kind)
            )"""
            .formatted("""
                    (select 'HOLD_RELEASED_EARLY' from ledger.event_log p
                      where p.stream_type = f.stream_type and p.stream_id = f.stream_id
                        and p.type in ('DunningBlockPlaced', 'InvoiceDunningBlocked')
                        and p.data ->> 'blockId' = f.data ->> 'blockId'
                        and (p.data ->> 'until')::date >= f.effective_date limit 1)""", TOLD_TO_THE_OTHER);

    /** A late fact has the effect that it had on balances, in minor units; the others what they are about. */
    private static final String WITH_EFFECT = """
            , counted as (
                select n.position, n.recorded_date, n.accounting_date, n.kind, n.split_amount, n.most, n.facts,
                       case when n.late then m.currency else n.currency end as currency,
                       case when not n.late then n.amount end as amount,
                       case when n.late then m.effect end as effect
                  from %s n
                  left join lateral (select m.currency, sum(m.amount)::int8 as effect from ledger.movement m
                                      where n.late and m.position = n.position and m.account_id is not null
                                      group by m.currency order by m.currency limit 1) m on true)
            """;

    private static final String PAGE = FOUND + """
            , page as (
                select * from found
                 where (position, kind) > (:afterPosition, :afterKind) order by position, kind limit :limit)"""
            + WITH_EFFECT.formatted("page") + "select * from counted order by position, kind";

    private static final String TOTALS = FOUND + WITH_EFFECT.formatted("found") + """
            select kind, currency, count(*) as count, sum(amount) as amount, sum(effect)::int8 as effect,
                   count(amount) + count(effect) as amounts
              from counted group by kind, currency order by kind, currency""";

    private final JdbcClient jdbc;

    FindExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of the log is looked through, and how strictly. */
    record Wanted(String entity, ZoneId zone, LocalDate from, LocalDate to, long known, @Nullable ExceptionKind kind,
            int days, int splitDays) {

        Instant begin() {
            return from.atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return to.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /**
     * A fact and what it is worth a look for.
     *
     * @param facts of a split; else null
     */
    record Found(long position, ExceptionKind kind, LocalDate recordedDate, @Nullable LocalDate accountingDate,
            @Nullable Money amount, @Nullable Money limit, @Nullable Integer facts) {}

    List<Found> page(Wanted wanted, long afterPosition, String afterKind, int limit) {
        return asked(PAGE, wanted).param("afterPosition", afterPosition)
                .param("afterKind", afterKind)
                .param("limit", limit)
                .query((row, _) -> found(row))
                .list();
    }

    List<Total> totals(Wanted wanted) {
        var counts = new EnumMap<ExceptionKind, Long>(ExceptionKind.class);
        var amounts = new EnumMap<ExceptionKind, List<Money>>(ExceptionKind.class);
        asked(TOTALS, wanted).query(row -> {
            var kind = ExceptionKind.valueOf(row.getString("kind"));
            counts.merge(kind, row.getLong("count"), Long::sum);
            var amount = amount(row);
            if (amount != null) {
                amounts.computeIfAbsent(kind, _ -> new ArrayList<>()).add(amount);
            }
        });
        return counts.entrySet()
                .stream()
                .map(it -> new Total(it.getKey(), it.getValue(), amounts.getOrDefault(it.getKey(), List.of())))
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("entity", wanted.entity())
                .param("zone", wanted.zone().getId())
                .param("from", wanted.begin().atOffset(ZoneOffset.UTC))
                .param("to", wanted.end().atOffset(ZoneOffset.UTC))
                .param("known", wanted.known())
                .param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param("days", wanted.days())
                .param("splitDays", wanted.splitDays());
    }

    private static Found found(ResultSet row) throws SQLException {
        var most = row.getBigDecimal("most");
        var kind = ExceptionKind.valueOf(row.getString("kind"));
        boolean split = kind == ExceptionKind.SPLIT_UNDER_LIMIT;
        return new Found(row.getLong("position"), kind, row.getObject("recorded_date", LocalDate.class),
                row.getObject("accounting_date", LocalDate.class), amount(row),
                split ? money(most, row.getString("currency")) : null, split ? row.getInt("facts") : null);
    }

    private static @Nullable Money amount(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        long effect = row.getLong("effect");
        return row.wasNull()
                ? money(row.getBigDecimal("amount"), currency)
                : Money.ofMinorUnits(effect, Currency.getInstance(currency));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? null
                : new Money(amount, Currency.getInstance(currency));
    }
}
