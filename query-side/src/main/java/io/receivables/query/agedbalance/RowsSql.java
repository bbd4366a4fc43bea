package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.agedbalance.Question.Source;

/**
 * The rows of a page. An item that is settled adds nothing and is left out before the oldest due date is taken: open
 * amounts are never below zero, so that a sum of zero means that each of them is.
 */
final class RowsSql {

    private static final String OPEN_ITEMS = "ledger.open_item m";

    private static final String UP_TO_THE_CUT = " and m.effective_date <= :asAt and m.position <= :known";

    private static final String OPEN_ITEMS_LESS_LATER = """
            (select account_id, legal_entity, currency, due_date, document_date, receivable_class, amount
               from ledger.open_item
              union all
             select account_id, legal_entity, currency, due_date, document_date, receivable_class, -amount
               from ledger.movement
              where effective_date > :asAt
              union all
             select account_id, legal_entity, currency, due_date, document_date, receivable_class, -amount
               from ledger.movement
              where position > :known and effective_date <= :asAt) m""";

    private RowsSql() {}

    /** Adds up every group and ranks them. */
    static String all(Question question) {
        return """
                with item as (
                %s
                ), grouped as (
                    select key, %s
                      from item
                     group by key
                ), ranked as (
                    select *, (%s)::bigint as rank from grouped
                )
                select * from ranked where %s order by rank, key limit :limit"""
                .formatted(items(question), figures(question), question.sort().rank(), after(question, "(rank, key)"));
    }

    /** Looks up one account or customer after the other until the page is full. */
    static String inOrderOfKeys(Question question) {
        return lookingUp(question, """
                select distinct %1$s as key, 0::bigint as rank
                  from ledger.account
                 where legal_entity = :entity and currency = :currency and %2$s
                 order by %1$s"""
                .formatted(question.groupBy().column(), question.after() == null
                        ? "true"
                        : question.groupBy().column() + " > :afterKey and 0 = :afterRank"));
    }

    /** Looks up one account after the other, the largest balance of now first. */
    static String inOrderOfBalances(Question question) {
        return lookingUp(question, """
                select account_id as key, -amount as rank
                  from ledger.account_total
                 where legal_entity = :entity and currency = :currency and %s
                 order by -amount, account_id""".formatted(after(question, "(-amount, account_id)")));
    }

    private static String lookingUp(Question question, String keys) {
        return """
                select k.key, k.rank, g.*
                  from (%s) k
                 cross join lateral (
                       select %s
                         from (%s) item
                       having count(*) > 0) g
                 order by k.rank, k.key
                 limit :limit"""
                .formatted(keys, figures(question), itemsOfOneKey(question));
    }

    private static String figures(Question question) {
        return Slots.sums(question) + """
                 as slots, coalesce(sum(amount), 0)::bigint as balance,
                coalesce(sum(amount) filter (where slot > 0), 0)::bigint as overdue, min(due_date) as oldest""";
    }

    /** Of all groups, or of the one account that is asked for. */
    static String items(Question question) {
        if (question.accountId() != null) {
            return grouped(question, "g." + question.groupBy().column(), ofAccounts(question)
                    + " and g.account_id = :account");
        }
        var key = "g." + question.groupBy().column();
        return switch (question.source()) {
            case OPEN_ITEMS -> grouped(question, key, joined(OPEN_ITEMS) + ofEntity());
            case OPEN_ITEMS_LESS_LATER -> grouped(question, key, joined(OPEN_ITEMS_LESS_LATER) + ofEntity());
            case MOVEMENTS -> grouped(question, key, ofAccounts(question));
        };
    }

    private static String itemsOfOneKey(Question question) {
        return grouped(question, "k.key", ofAccounts(question)
                + (question.groupBy() == GroupBy.ACCOUNT
                        ? " and m.account_id = k.key and g.account_id = k.key"
                        : " and g.customer_id = k.key"));
    }

    /** Account by account, as the index of movements and that of open items have them. */
    private static String ofAccounts(Question question) {
        return question.source() == Source.OPEN_ITEMS
                ? joined(OPEN_ITEMS)
                : joined("ledger.movement m") + UP_TO_THE_CUT;
    }

    private static String joined(String source) {
        return source + " join ledger.account g on g.account_id = m.account_id"
                + " where g.legal_entity = :entity and g.currency = :currency";
    }

    private static String ofEntity() {
        return " and m.legal_entity = :entity and m.currency = :currency";
    }

    private static String grouped(Question question, String key, String source) {
        return switch (question.basis()) {
            case DUE_DATE -> """
                    select %s as key, %s as slot, m.due_date, sum(m.amount)::bigint as amount
                      from %s %s
                     group by 1, m.due_date
                    having sum(m.amount) <> 0"""
                    .formatted(key, Slots.slot(question, "m.due_date"), source, ofClass(question, "m"));
            case DOCUMENT_DATE -> """
                    select %s as key, %s as slot, m.due_date, sum(m.amount)::bigint as amount
                      from %s %s
                     group by 1, m.due_date, m.document_date
                    having sum(m.amount) <> 0"""
                    .formatted(key, Slots.slot(question, "case when m.due_date is not null then m.document_date end"),
                            source, ofClass(question, "m"));
        };
    }

    private static String after(Question question, String place) {
        return question.after() == null ? "true" : place + " > (:afterRank, :afterKey)";
    }
}
