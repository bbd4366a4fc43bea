package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

/** The sums that are kept of now, each added up by itself: one wrong row and they differ. */
final class TiesSql {

    /** What each account owes and what its open items add up to; the places are for conditions on {@code account_id}. */
    static final String UNTIED = """
            select legal_entity
              from (select account_id, legal_entity, currency, amount, debt from ledger.account_total where %1$s) t
              full join (
                   select account_id, legal_entity, currency, sum(amount) as amount,
                          coalesce(sum(amount) filter (where due_date is not null), 0) as debt
                     from ledger.open_item
                    where %1$s
                    group by account_id, legal_entity, currency) i using (account_id, legal_entity, currency)
             where (coalesce(t.amount, 0), coalesce(t.debt, 0)) <> (coalesce(i.amount, 0), coalesce(i.debt, 0))""";

    private TiesSql() {}

    /** By day, by month for each basis, and by account, or by open item where only a class of the items is asked for. */
    static String ofEntity(Question question) {
        var ofEntity = "t.legal_entity = :entity and t.currency = :currency" + ofClass(question, "t");
        return """
                select count(distinct amount) = 1 from (
                    select coalesce(sum(t.amount), 0) as amount from %1$s t where %2$s
                     union all
                    select coalesce(sum(t.amount), 0) from ledger.movement_total t where %2$s
                     union all
                    select unnest(array[coalesce(sum(t.amount) filter (where t.basis = 'DUE_DATE'), 0),
                                        coalesce(sum(t.amount) filter (where t.basis = 'DOCUMENT_DATE'), 0)])
                      from ledger.month_total t where %2$s) sums"""
                .formatted(question.receivableClass() == null
                        ? "ledger.account_total"
                        : "(select * from ledger.open_item where account_id is not null)", ofEntity);
    }

    /** What the accounts on the page owe and what of it is debt, by the sums that are kept of them. */
    static String ofRows(Question question) {
        return """
                select g.%1$s as key, sum(t.amount)::bigint as amount, sum(t.debt)::bigint as debt
                  from ledger.account_total t join ledger.account g using (account_id)
                 where g.legal_entity = :entity and g.currency = :currency and g.%1$s = any(:keys)
                 group by 1""".formatted(question.groupBy().column());
    }

    /** Whether no account on the page owes something else than its open items add up to. */
    static String ofItems(Question question) {
        return "select not exists (%s)".formatted(UNTIED.formatted("""
                account_id in (select account_id from ledger.account
                                where legal_entity = :entity and currency = :currency and %s = any(:keys))"""
                .formatted(question.groupBy().column())));
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
