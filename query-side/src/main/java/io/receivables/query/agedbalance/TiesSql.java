package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

/** The sum of movements and of everything that is kept beside them, now: one wrong row and they differ. */
final class TiesSql {

    private TiesSql() {}

    static String ofEntity(Question question) {
        var ofEntity = "t.legal_entity = :entity and t.currency = :currency" + ofClass(question, "t");
        return """
                with open_items as (
                    select coalesce(sum(t.amount), 0) as amount,
                           coalesce(sum(t.amount) filter (where t.due_date is not null), 0) as debt
                      from ledger.open_item t where t.account_id is not null and %1$s
                ), sums as (
                    select amount from open_items
                     union all
                    select coalesce(sum(t.amount), 0) from ledger.movement_total t where %1$s
                     union all
                    select unnest(array[coalesce(sum(t.amount) filter (where t.basis = 'DUE_DATE'), 0),
                                        coalesce(sum(t.amount) filter (where t.basis = 'DOCUMENT_DATE'), 0)])
                      from ledger.month_total t where %1$s
                )
                select (select count(distinct amount) = 1 from sums)%2$s"""
                .formatted(ofEntity,
                        question.receivableClass() == null
                                ? """
                                        and (select (coalesce(sum(t.amount), 0), coalesce(sum(t.debt), 0))
                                               from ledger.account_total t where %s)
                                            = (select (amount, debt) from open_items)"""
                                        .formatted(ofEntity)
                                : "");
    }

    static String ofAccount(Question question) {
        return """
                select count(distinct amount) = 1 and count(distinct debt) = 1 from (
                    select coalesce(sum(t.amount), 0) as amount,
                           coalesce(sum(t.amount) filter (where t.due_date is not null), 0) as debt
                      from ledger.movement t where t.account_id = :account %1$s
                     union all
                    select coalesce(sum(t.amount), 0), coalesce(sum(t.amount) filter (where t.due_date is not null), 0)
                      from ledger.open_item t where t.account_id = :account %1$s
                    %2$s) sums"""
                .formatted(ofClass(question, "t"),
                        question.receivableClass() == null
                                ? """
                                        union all
                                        select coalesce(sum(t.amount), 0), coalesce(sum(t.debt), 0)
                                          from ledger.account_total t where t.account_id = :account"""
                                : "");
    }
}
