package io.receivables.query.ledger;

import io.receivables.query.ledger.SideBySide.Step;
import java.util.List;
import java.util.Set;

/**
 * Sums of movements that are kept beside them. The writer adds the movements that are new, in the statement that inserts
 * them or after it has copied them; a rebuild adds all of them to empty tables. All are the same statements over another set
 * of movements, and a sum does not mind in which portions it was made.
 */
public final class RollUps {

    /** What is open, item by item; what is settled goes. */
    private static final String OPEN_ITEM = """
            merge into ledger.open_item o
            using (select document_type, document_id, instalment, account_id, legal_entity, currency, document_date,
                          due_date, receivable_class, sum(amount)::bigint as amount
                     from %s
                    group by document_type, document_id, instalment, account_id, legal_entity, currency, document_date,
                          due_date, receivable_class) m
               on o.document_type = m.document_type and o.document_id = m.document_id and o.instalment = m.instalment
                  and o.account_id is not distinct from m.account_id
                  and o.receivable_class is not distinct from m.receivable_class
             when matched and o.amount + m.amount = 0 then delete
             when matched then update set amount = o.amount + m.amount
             when not matched and m.amount <> 0 then
                  insert (document_type, document_id, instalment, account_id, legal_entity, currency, document_date,
                          due_date, receivable_class, amount)
                  values (m.document_type, m.document_id, m.instalment, m.account_id, m.legal_entity, m.currency,
                          m.document_date, m.due_date, m.receivable_class, m.amount)""";

    /** To issue an invoice and settle it changes nothing about what an account owes. What has no due date is credit. */
    private static final String ACCOUNT_TOTAL = """
            insert into ledger.account_total as t (account_id, legal_entity, currency, amount, debt)
            select account_id, legal_entity, currency, sum(amount),
                   coalesce(sum(amount) filter (where due_date is not null), 0)
              from %s m
             where account_id is not null
             group by account_id, legal_entity, currency
            having sum(amount) <> 0 or sum(amount) filter (where due_date is not null) <> 0
                or (select o.account_id from ledger.account_total o where o.account_id = m.account_id) is null
                on conflict (account_id) do update set amount = t.amount + excluded.amount, debt = t.debt + excluded.debt""";

    /** Added up before they are counted under two dates. */
    private static final String MONTH_TOTAL = """
            insert into ledger.month_total as t (legal_entity, currency, basis, effective_month, recorded_month, aged_from,
                   receivable_class, amount)
            select legal_entity, currency, basis, effective_month, recorded_month, aged_from, receivable_class, sum(amount)
              from (select legal_entity, currency, date_trunc('month', effective_date::timestamp)::date as effective_month,
                           date_trunc('month', recorded_at at time zone 'UTC')::date as recorded_month, due_date,
                           document_date, receivable_class, sum(amount) as amount
                      from %s
                     where account_id is not null
                     group by 1, 2, 3, 4, 5, 6, 7) m
             cross join lateral (values ('DUE_DATE', due_date),
                   ('DOCUMENT_DATE', case when due_date is not null then document_date end)) b (basis, aged_from)
             group by 1, 2, 3, 4, 5, 6, 7
                on conflict (legal_entity, currency, basis, effective_month, recorded_month, aged_from, receivable_class)
                do update set amount = t.amount + excluded.amount""";

    private static final String MOVEMENT_TOTAL = """
            insert into ledger.movement_total as t (legal_entity, currency, effective_date, recorded_month,
                   receivable_class, amount, movements)
            select legal_entity, currency, effective_date, date_trunc('month', recorded_at at time zone 'UTC')::date,
                   receivable_class, sum(amount), count(*)
              from %s
             where account_id is not null
             group by 1, 2, 3, 4, 5
                on conflict (legal_entity, currency, effective_date, recorded_month, receivable_class)
                do update set amount = t.amount + excluded.amount, movements = t.movements + excluded.movements""";

    private static final String KIND_TOTAL = """
            insert into ledger.kind_total as t (legal_entity, currency, effective_date, recorded_month,
                   receivable_class, document_type, kind, amount)
            select legal_entity, currency, effective_date, date_trunc('month', recorded_at at time zone 'UTC')::date,
                   receivable_class, document_type, kind, sum(amount)
              from %s
             where account_id is not null
             group by 1, 2, 3, 4, 5, 6, 7
                on conflict (legal_entity, currency, effective_date, recorded_month, receivable_class, document_type, kind)
                do update set amount = t.amount + excluded.amount""";

    /** As {@link #OPEN_ITEM} from the first movement to the last. What an item tells is the same in all its movements. */
    private static final String ALL_OPEN_ITEMS = """
            insert into ledger.open_item (document_type, document_id, instalment, account_id, legal_entity, currency,
                   document_date, due_date, receivable_class, amount)
            select document_type, document_id, instalment, account_id, any_value(legal_entity), any_value(currency),
                   any_value(document_date), any_value(due_date), receivable_class, sum(amount)
              from %s
             group by document_id, instalment, document_type, account_id, receivable_class
            having sum(amount) <> 0""";

    /** As {@link #KIND_TOTAL} and {@link #MOVEMENT_TOTAL}, in one pass. */
    private static final String DAY_TOTALS = """
            with kinds as materialized (
                select legal_entity, currency, effective_date,
                       date_trunc('month', recorded_at at time zone 'UTC')::date as recorded_month, receivable_class,
                       document_type, kind, sum(amount) as amount, count(*) as movements
                  from ledger.movement
                 where account_id is not null
                 group by 1, 2, 3, 4, 5, 6, 7
            ), filled as (
                insert into ledger.kind_total
                select legal_entity, currency, effective_date, recorded_month, receivable_class, document_type, kind, amount
                  from kinds
            )
            insert into ledger.movement_total
            select legal_entity, currency, effective_date, recorded_month, receivable_class, sum(amount), sum(movements)
              from kinds
             group by 1, 2, 3, 4, 5""";

    private static final Set<String> MOVEMENTS = Set.of("movement");

    private RollUps() {}

    /** A statement that runs {@code movements}, which returns those that are new, and adds them to every sum. */
    static String with(String movements) {
        return """
                with added as (
                %s
                ), open_items as (
                %s
                ), accounts as (
                %s
                ), months as (
                %s
                ), kinds as (
                %s
                )
                %s""".formatted(movements, OPEN_ITEM.formatted("added"), ACCOUNT_TOTAL.formatted("added"),
                MONTH_TOTAL.formatted("added"), KIND_TOTAL.formatted("added"), MOVEMENT_TOTAL.formatted("added"));
    }

    /** Steps that fill the tables, which are empty, from the movements. */
    static List<Step> fill() {
        return List.of(fill("month_total", MONTH_TOTAL), fill("open_item", ALL_OPEN_ITEMS),
                new Step("kind_total", MOVEMENTS,
                        List.of(DAY_TOTALS, "analyze ledger.kind_total", "analyze ledger.movement_total")),
                fill("account_total", ACCOUNT_TOTAL));
    }

    private static Step fill(String table, String sum) {
        return new Step(table, MOVEMENTS, List.of(sum.formatted("ledger.movement"), "analyze ledger." + table));
    }
}
