package io.receivables.bench.figure;

import java.time.LocalDate;

/**
 * The aged balance as somebody would write it by hand over normalised tables: totals and the first page in one statement.
 * Settlements are read once and serve both the open amounts and the cash that is left. The values stand in the text, so that
 * the planner sees them.
 */
record HandWrittenSql(LocalDate asAt, long known, String groupBy, String sort, int limit) {

    /** From the facts: open amounts are sums. */
    String fromFacts() {
        return """
                with settled as materialized (
                    select invoice_id, instalment, account_id, sum(cash) as cash, sum(cash + discount) as amount
                      from (select invoice_id, instalment, account_id, cash, discount
                              from hand.allocation where effective_date <= :asAt and position <= :known
                             union all
                            select invoice_id, instalment, account_id, 0, amount
                              from hand.write_off where effective_date <= :asAt and position <= :known) s
                     group by invoice_id, instalment, account_id
                ), item as (
                    select i.account_id, i.due_date, i.amount - coalesce(s.amount, 0) as amount
                      from hand.instalment i
                      left join settled s on s.invoice_id = i.invoice_id and s.instalment = i.no
                     where i.issue_date <= :asAt and i.position <= :known and i.amount <> coalesce(s.amount, 0)
                ), free as (
                    select account_id, sum(amount) as amount
                      from (select account_id, amount from hand.payment
                             where received_date <= :asAt and position <= :known and account_id >= 0
                             union all
                            select account_id, amount from hand.credit_note
                             where issue_date <= :asAt and position <= :known
                             union all
                            select account_id, -cash from settled) f
                     group by account_id
                )""".replace(":asAt", "date '" + asAt + "'").replace(":known", String.valueOf(known)) + answer();
    }

    /** From tables in which somebody keeps what is open now. */
    String fromOpenAmounts() {
        return """
                with item as (select account_id, due_date, amount from hand.open_instalment),
                     free as (select account_id, amount from hand.free_credit)""" + answer();
    }

    /**
     * Makes the tables of {@link #fromOpenAmounts()} from what {@link #fromFacts()} would read; a book that is kept may have
     * those of an earlier day.
     */
    static String keepOpenAmounts(LocalDate asAt, long known) {
        var facts = new HandWrittenSql(asAt, known, "account", "accountId", 0).fromFacts();
        var sources = facts.substring(0, facts.indexOf(", line as"));
        return """
                drop table if exists hand.open_instalment, hand.free_credit;
                create table hand.open_instalment as %1$s select * from item;
                create table hand.free_credit as %1$s select * from free where amount <> 0;
                create index on hand.open_instalment (account_id) include (due_date, amount);
                create index on hand.free_credit (account_id) include (amount);
                analyze hand.open_instalment;
                analyze hand.free_credit""".formatted(sources);
    }

    private String answer() {
        var key = switch (groupBy) {
            case "account" -> "l.account_id";
            case "customer" -> "a.customer_id";
            default -> "0";
        };
        var customers = groupBy.equals("customer") ? " join hand.account a using (account_id)" : "";
        var rank = switch (sort) {
            case "balance" -> "balance desc, key";
            case "overdue" -> "b1 + b2 + b3 + b4 desc, key";
            case "oldestDueDate" -> "oldest nulls last, key";
            default -> "key";
        };
        return """
                , line as (
                    select account_id, due_date, amount, date '%1$s' - due_date as late, 0 as free from item
                     union all
                    select account_id, null, 0, null, amount from free
                ), grouped as materialized (
                    select %2$s as key, coalesce(sum(amount) filter (where late <= 0), 0)::bigint as b0,
                           coalesce(sum(amount) filter (where late between 1 and 30), 0)::bigint as b1,
                           coalesce(sum(amount) filter (where late between 31 and 60), 0)::bigint as b2,
                           coalesce(sum(amount) filter (where late between 61 and 90), 0)::bigint as b3,
                           coalesce(sum(amount) filter (where late > 90), 0)::bigint as b4,
                           sum(free)::bigint as free, sum(amount - free)::bigint as balance, min(due_date) as oldest
                      from line l%3$s
                     group by 1
                    having count(*) filter (where amount <> 0 or free <> 0) > 0
                )
                select null::int as key, sum(b0)::bigint as b0, sum(b1)::bigint as b1, sum(b2)::bigint as b2,
                       sum(b3)::bigint as b3, sum(b4)::bigint as b4, sum(free)::bigint as free,
                       sum(balance)::bigint as balance, null::date as oldest
                  from grouped
                 union all
                (select * from grouped order by %4$s limit %5$d)"""
                .formatted(asAt, key, customers, rank, limit);
    }
}
