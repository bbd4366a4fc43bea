package io.receivables.query.collectionqueue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** The statements behind the worklists of accounts: one pass over what is open gives the figures of every account. */
final class AccountsSql {

    /** Where an account is with regard to a worklist on which it has an amount. */
    static final List<String> STATES = List.of(QueueTotals.LISTED, "COVERED_BY_CREDIT", "SNOOZED", "OTHER_OWNER");

    private static final String OPEN_ITEMS = """
            select m.account_id, m.due_date, m.amount as open
              from ledger.open_item m
             where m.account_id is not null and %s%s""";

    /** In the order of the index of movements. */
    private static final String MOVEMENTS = """
            select m.account_id, m.due_date, sum(m.amount)::bigint as open
              from ledger.movement m
             where m.effective_date <= :asAt and m.position <= :known
               and m.account_id in (select account_id from ledger.account where %s)%s
             group by m.account_id, m.due_date
            having sum(m.amount) <> 0""";

    /** The accounts of whom a class of risk is known. */
    private static final String RISKS = """
            left join unnest(:riskAccounts::text[], :riskNames::text[]) k (account_id, risk) using (account_id)""";

    /**
     * The accounts that have broken a promise, if only in part, and have made none since. What was broken may turn out to be kept when money of
     * then is recorded.
     */
    private static final String BROKEN = """
            last_promise as (
                select distinct on (agreement_id) agreement_id, account_id, status, effective_date, position
                  from ledger.agreement_step
                 where kind = 'PROMISE' and effective_date <= :asAt and position <= :known
                 order by agreement_id, position desc
            ), broken as (
                select b.account_id, max(b.effective_date) as broken_since
                  from last_promise b
                 where b.status in ('BROKEN', 'PARTLY_KEPT') and not exists (
                       select from ledger.agreement_step n
                        where n.kind = 'PROMISE' and n.status = 'OPEN' and n.account_id = b.account_id
                          and n.position > b.position and n.effective_date <= :asAt and n.position <= :known)
                 group by b.account_id
            )""";

    /**
     * What a factor collects of what is still in the books, instalment by instalment: it is shown apart and on no worklist of
     * what we collect. Contested it may be all the same, and it is us who answer that.
     */
    private static final String FACTORED = """
            factored as (
                select f.account_id, f.document_id, f.instalment, o.due_date, o.open,
                       least(f.amount, o.open)::bigint as amount
                  from (select account_id, document_id, instalment, sum(amount)::bigint as amount
                          from ledger.factoring_entry
                         where derecognised = 0 and document_id is not null and effective_date <= :asAt
                           and position <= :known and %s
                         group by account_id, document_id, instalment
                        having sum(amount) > 0) f
                 cross join lateral (
                       select m.due_date, sum(m.amount)::bigint as open
                         from ledger.movement m
                        where m.document_type = 'INVOICE' and m.document_id = f.document_id
                          and m.instalment = f.instalment and m.effective_date <= :asAt and m.position <= :known%s
                        group by m.due_date) o
                 where o.open > 0
            )""";

    /** The sums of each account. */
    private static final String OF_FACTORS = """
            of_factors as (
                select account_id, sum(amount)::bigint as amount,
                       coalesce(sum(amount) filter (where due_date < :asAt), 0)::bigint as overdue,
                       coalesce(sum(amount) filter (where due_date >= :freshFrom and due_date < :asAt), 0)::bigint
                           as fresh,
                       coalesce(sum(amount * (:asAt::date - due_date)) filter (where due_date < :asAt), 0) as weight,
                       %s
                  from (select account_id, due_date, amount, amount as open from factored) f
                 group by account_id
            )""";

    private AccountsSql() {}

    /** How many accounts of which amount are in each state of each worklist, and what is open in all, by currency. */
    static String totals(QueueQuestion question) {
        var queues = Queue.ofAccounts().toList();
        var states = queues.stream().map(it -> "%s as s%d".formatted(state(it), it.ordinal())).collect(joining(",\n"));
        var sums = queues.stream()
                .flatMap(queue -> STATES.stream()
                        .map(state -> """
                                count(*) filter (where s%1$d = '%2$s') as %3$s_accounts,
                                coalesce(sum(%4$s) filter (where s%1$d = '%2$s'), 0)::bigint as %3$s_amount"""
                                .formatted(queue.ordinal(), state, column(queue, state), queue.amount())))
                .collect(joining(",\n"));
        return with(question) + """
                select currency, sum(not_due)::bigint as not_due, sum(unapplied)::bigint as unapplied,
                       sum(overdue)::bigint as overdue, sum(factored)::bigint as factored, %s
                  from (select w.*, %s from worked w) w
                 group by currency""".formatted(sums, states);
    }

    /** The name of the sums of a state, before {@code _accounts} and {@code _amount}. */
    static String column(Queue queue, String state) {
        return "q" + queue.ordinal() + "_" + STATES.indexOf(state);
    }

    /** A page of one worklist; items are counted and names looked up for it alone. */
    static String page(Queue queue, QueueQuestion question) {
        return with(question) + """
                , page as (
                    select w.*, %s as amount
                      from worked w
                     where %s = 'LISTED'
                     order by %s, account_id
                    offset :skipped limit :limit
                )
                select p.*, a.customer_id, coalesce(c.name, a.customer_id) as name,
                       (select count(*) from (
                            select from %s and m.account_id = p.account_id and m.due_date < :asAt%s
                               and not exists (select from factored f
                                                where f.document_id = m.document_id and f.instalment = m.instalment
                                                  and m.document_type = 'INVOICE' and f.amount = f.open)
                             group by m.document_type, m.document_id, m.instalment
                            having sum(m.amount) <> 0) item) as items,
                       n.value as action, n.day as action_day
                  from page p
                  join ledger.account a using (account_id)
                  left join party.customer_account_party c using (account_id)
                  left join lateral (
                       select n.value, n.day from ledger.case_change n
                        where n.subject_kind = 'ACCOUNT' and n.aspect = 'NEXT_ACTION' and n.subject_id = p.account_id
                          and n.effective_date <= :asAt and n.position <= :known
                        order by n.position desc limit 1) n on true
                 order by %s, p.account_id"""
                .formatted(queue.amount(), state(queue), queue.order(),
                        question.now()
                                ? "ledger.open_item m where true"
                                : "ledger.movement m where m.effective_date <= :asAt and m.position <= :known",
                        question.of().and("m"), queue.order().replace("currency", "p.currency"));
    }

    /** What the accounts of a page have open in each band of the loss rates, and what is expected to be lost of it. */
    static String bands(QueueQuestion question) {
        return "with " + factored(question) + """

                select b.account_id, b.band, b.open, round(b.open * (%s)[b.band] / 100)::bigint as loss
                  from (select m.account_id, a.legal_entity, coalesce(k.risk, 'NOT_ENOUGH_HISTORY') as risk,
                               width_bucket(:asAt::date - m.due_date, %s) as band, sum(m.open)::bigint as open
                          from (select account_id, due_date, open from (%s) all_open
                                 union all
                                select account_id, due_date, -amount from factored where account_id = any(:page)) m
                          join ledger.account a using (account_id) %s
                         where m.due_date < :asAt
                         group by 1, 2, 3, 4
                        having sum(m.open) <> 0) b
                 order by 1, 2"""
                .formatted(question.rates().percents("b.legal_entity"), question.rates().edges("a.legal_entity"),
                        moved(question, " and m.account_id = any(:page)"), RISKS);
    }

    /** Whether an account is on a worklist or why not, over the figures of {@code worked}. */
    private static String state(Queue queue) {
        return """
                case when %s <= 0 then 'NONE' %s
                     when snoozed and not :includeSnoozed then 'SNOOZED'
                     when :owner::text is not null and owner is distinct from :owner then 'OTHER_OWNER'
                     else 'LISTED' end"""
                .formatted(queue.amount(), queue.ties() == Queue.Ties.AGED_BALANCE
                        ? "when balance - with_factors <= 0 then 'COVERED_BY_CREDIT'"
                        : "");
    }

    /** The relation {@code worked}: the figures of each account, who works on it and whether it rests. */
    private static String with(QueueQuestion question) {
        var days = question.rates().allFirstDays();
        return """
                with %s, %s, moved as (
                %s
                ), all_summed as (
                    select account_id, sum(open)::bigint as balance,
                           coalesce(sum(open) filter (where due_date >= :asAt), 0)::bigint as not_due,
                           -coalesce(sum(open) filter (where due_date is null), 0)::bigint as unapplied,
                           coalesce(sum(open) filter (where due_date < :asAt), 0)::bigint as overdue,
                           coalesce(sum(open) filter (where due_date >= :freshFrom and due_date < :asAt), 0)::bigint
                               as fresh,
                           sum(open * (:asAt::date - due_date)) filter (where due_date < :asAt) as weight,
                           min(due_date) as oldest, max(due_date) filter (where due_date < :asAt) as latest,
                           %s
                      from moved
                     group by account_id
                ), summed as (
                    select s.account_id, s.balance, s.not_due, s.unapplied, coalesce(f.amount, 0) as with_factors,
                           coalesce(f.overdue, 0) as factored,
                           s.overdue - coalesce(f.overdue, 0) as overdue, s.fresh - coalesce(f.fresh, 0) as fresh,
                           s.weight - coalesce(f.weight, 0) as weight,
                           case when f.account_id is null then array[s.oldest, s.latest] else (
                                select array[min(due_date), max(due_date) filter (where due_date < :asAt)]
                                  from (select due_date
                                          from (select due_date, open from (%s) own
                                                 union all
                                                select due_date, -amount from factored
                                                 where account_id = s.account_id) due
                                         group by due_date
                                        having sum(open) <> 0) ours) end as due_dates,
                           %s
                      from all_summed s left join of_factors f using (account_id)
                ), aged as (
                    select g.*, g.due_dates[1] as oldest, g.due_dates[2] as latest, a.legal_entity, a.currency, coalesce(k.risk, 'NOT_ENOUGH_HISTORY') as risk
                      from summed g join ledger.account a using (account_id) %s
                     where %s
                ), %s, %s, worked as (
                    select g.*, h.broken_since, (%s)::bigint as at_risk, o.value as owner, z.day as snoozed_until,
                           coalesce(z.day > :asAt and not (z.wakes_on_news = 1 and (
                                    g.latest >= z.effective_date
                                    or coalesce(h.broken_since >= z.effective_date, false))), false) as snoozed
                      from aged g
                      left join last_owner o on o.subject_id = g.account_id
                      left join last_snooze z on z.subject_id = g.account_id
                      left join broken h on h.account_id = g.account_id
                )
                """
                .formatted(factored(question), OF_FACTORS.formatted(buckets(days)), moved(question, ""), buckets(days),
                        moved(question, " and m.account_id = s.account_id"),
                        IntStream.range(0, days.size())
                                .mapToObj(no -> "s.b%1$d - coalesce(f.b%1$d, 0) as b%1$d".formatted(no))
                                .collect(joining(", ")),
                        RISKS,
                        question.currency() == null ? "true" : "a.currency = :currency", CasesSql.last("ACCOUNT"),
                        BROKEN,
                        question.rates().atRisk("g.legal_entity"));
    }

    /** What is open in each band of the loss rates. */
    private static String buckets(List<Integer> days) {
        return IntStream.range(0, days.size())
                .mapToObj(no -> "coalesce(sum(open) filter (where due_date <= :asAt::date - %d%s), 0) as b%d".formatted(
                        days.get(no),
                        no + 1 == days.size() ? "" : " and due_date > :asAt::date - " + days.get(no + 1), no))
                .collect(joining(", "));
    }

    /** The relation {@code factored}. */
    static String factored(QueueQuestion question) {
        return FACTORED.formatted(question.scope().all() ? "true" : "legal_entity in (:entities)",
                question.of().and("m"));
    }

    private static String moved(QueueQuestion question, String more) {
        return (question.now() ? OPEN_ITEMS : MOVEMENTS)
                .formatted(question.scope().all() ? "true" : "legal_entity in (:entities)",
                        question.of().and("m") + more);
    }
}
