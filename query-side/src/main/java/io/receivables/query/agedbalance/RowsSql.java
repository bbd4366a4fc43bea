package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

import io.receivables.query.agedbalance.Question.Basis;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.agedbalance.Question.Sort;
import io.receivables.query.agedbalance.Question.Source;

/**
 * The rows of a page. An item that is settled adds nothing and is left out before the oldest due date is taken: open
 * amounts are never below zero, so that a sum of zero means that each of them is.
 */
final class RowsSql {

    /** So many are looked at for each row of a page where a few will do. */
    private static final int ITEMS_FOR_A_ROW = 10;
    private static final int ACCOUNTS_FOR_A_ROW = 3;

    /** From 1970 to any date, either way: the place after which a page begins may come from a page in another order. */
    private static final int DAYS_AT_MOST = 700_000;

    private static final String OPEN_ITEMS = "ledger.open_item m";

    private static final String OPEN_ITEMS_OF_ENTITY = """
            ledger.open_item m
             where m.legal_entity = :entity and m.currency = :currency and m.account_id is not null""";

    /** The entity is told by the account: the index of an account's movements has no column for it. */
    private static final String OF_ENTITY = """
             join ledger.account g on g.account_id = m.account_id
            where g.legal_entity = :entity and g.currency = :currency""";

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

    /**
     * Ranks every group by the one figure that the order is of, and adds up the others for those of the page alone. A group
     * whose items are all settled has a rank and no row.
     */
    static String ranked(Question question) {
        return lookingUp(question, """
                select key, rank
                  from (select key, (%s)::bigint as rank
                          from (select key, %s from (%s) item group by key) figure) ranked
                 where %s
                 order by rank, key"""
                .formatted(question.sort().rank(), question.sort().figure(), itemsToRank(question),
                        after(question, "(rank, key)")),
                "k.rank, k.key");
    }

    /** Sums need not know which items are settled: those add up to nothing. Who is the oldest does. */
    private static String itemsToRank(Question question) {
        boolean byItem = question.source() == Source.MOVEMENTS && question.sort() == Sort.OLDEST;
        var key = "g." + question.groupBy().column();
        var from = ofAccounts(question) + ofClass(question, "m");
        if (question.source() == Source.OPEN_ITEMS && question.groupBy() == GroupBy.ACCOUNT) {
            key = "m.account_id";
            from = OPEN_ITEMS_OF_ENTITY + ofClass(question, "m");
        }
        return byItem
                ? """
                        select %1$s as key, m.due_date from %2$s
                         group by 1, g.account_id, m.due_date
                        having sum(m.amount) <> 0""".formatted(key, from)
                : "select %s as key, m.amount, %s as aged_from, m.due_date from %s".formatted(key,
                        agedFrom(question), from);
    }

    /** Looks up one account or customer after the other until the page is full. */
    static String inOrderOfKeys(Question question) {
        var column = question.groupBy().column();
        return lookingUp(question, """
                select %1$s as key, 0::bigint as rank
                  from ledger.account
                 where legal_entity = :entity and currency = :currency and %2$s
                 group by %1$s"""
                .formatted(column, question.after() == null ? "true" : column + " > :afterKey and :afterRank = 0"),
                "k.key");
    }

    /** Looks up one account after the other, the largest balance of now first. */
    static String inOrderOfBalances(Question question) {
        return lookingUp(question, """
                select account_id as key, -amount as rank
                  from ledger.account_total
                 where legal_entity = :entity and currency = :currency and %s
                 order by rank, key"""
                .formatted(after(question, "(-amount, account_id)")), "k.rank, k.key");
    }

    /**
     * Looks up the accounts of the items that have been due longest. An item that is older than those of the pages before tells
     * that its account was in one of them.
     */
    static String ofOldestItems(Question question) {
        return lookingUp(question, """
                select key, rank
                  from (select account_id as key, min(due_date) - date '1970-01-01' as rank
                          from (select account_id, due_date
                                  from ledger.open_item
                                 where legal_entity = :entity and currency = :currency and account_id is not null
                                   and due_date >= date '1970-01-01'
                                       + greatest(-%2$d, least(%2$d, coalesce(:afterRank::bigint, -%2$d)))::int
                                 order by due_date
                                 fetch first (:limit * %1$d) rows with ties) oldest
                         group by account_id) ranked
                 where %3$s
                 order by rank, key"""
                .formatted(ITEMS_FOR_A_ROW, DAYS_AT_MOST, after(question, "(rank, key)")),
                "k.rank, k.key", "where g.oldest = date '1970-01-01' + k.rank");
    }

    /**
     * Looks up the accounts with the largest debts and ranks them by what is overdue. Nobody has more overdue than his debt: who
     * has more overdue than the last of them owes is before all who are not among them.
     */
    static String ofLargestDebts(Question question) {
        return """
                select *
                  from (select k.key, -g.overdue as rank, k.least, g.*
                          from (select account_id as key, min(debt) over () as least
                                  from (select account_id, debt
                                          from ledger.account_total
                                         where legal_entity = :entity and currency = :currency
                                         order by debt desc
                                         limit :limit * %d) debtor) k
                         cross join lateral (select %s from (%s) item) g) ranked
                 where overdue > least and %s
                 order by rank, key
                 limit :limit"""
                .formatted(ACCOUNTS_FOR_A_ROW, figures(question), itemsOfOneKey(question),
                        after(question, "(rank, key)"));
    }

    private static String lookingUp(Question question, String keys, String order) {
        return lookingUp(question, keys, order, "");
    }

    private static String lookingUp(Question question, String keys, String order, String condition) {
        return """
                select k.key, k.rank, g.*
                  from (%s) k
                 cross join lateral (
                       select %s
                         from (%s) item
                       having count(*) > 0) g
                 %s
                 order by %s
                 limit :limit"""
                .formatted(keys, figures(question), itemsOfOneKey(question), condition, order);
    }

    private static String figures(Question question) {
        return Slots.sums(question) + """
                 as slots, coalesce(sum(amount), 0)::bigint as balance,
                coalesce(sum(amount) filter (where slot > 0), 0)::bigint as overdue, min(due_date) as oldest""";
    }

    /** Of all groups, or of the one account that is asked for. */
    static String items(Question question) {
        var key = "g." + question.groupBy().column();
        if (question.accountId() != null) {
            return items(question, key, "g.account_id", ofAccounts(question) + " and g.account_id = :account");
        }
        return switch (question.source()) {
            case OPEN_ITEMS, MOVEMENTS -> items(question, key, "g.account_id", ofAccounts(question));
            case OPEN_ITEMS_LESS_LATER -> items(question, key, "g.account_id", OPEN_ITEMS_LESS_LATER + OF_ENTITY
                    + " and m.legal_entity = :entity and m.currency = :currency");
        };
    }

    private static String itemsOfOneKey(Question question) {
        return switch (question.groupBy()) {
            case ACCOUNT, NONE -> items(question, "k.key", "m.account_id",
                    movedIn(question, "") + " where m.account_id = k.key" + untilThen(question));
            case CUSTOMER ->
                items(question, "k.key", "g.account_id", ofAccounts(question) + " and g.customer_id = k.key");
        };
    }

    /** Account by account, as the index of movements and that of open items have them. */
    private static String ofAccounts(Question question) {
        return movedIn(question, OF_ENTITY) + untilThen(question);
    }

    private static String movedIn(Question question, String accounts) {
        return (question.source() == Source.OPEN_ITEMS ? OPEN_ITEMS : MovementsSql.of(question)) + accounts;
    }

    private static String untilThen(Question question) {
        return question.source() == Source.OPEN_ITEMS
                ? ""
                : " and m.effective_date <= :asAt and m.position <= :known";
    }

    /**
     * An open item is open as it stands; movements are added up first, account by account in the order of their index, and
     * what they settle is left out.
     */
    private static String items(Question question, String key, String account, String from) {
        boolean byDueDate = question.basis() != Basis.DOCUMENT_DATE;
        var item = "%s as key, %s as slot, m.due_date".formatted(key, Slots.slot(question, agedFrom(question)));
        var amounts = from + ofClass(question, "m");
        return question.source() == Source.OPEN_ITEMS
                ? "select %s, m.amount from %s".formatted(item, amounts)
                : """
                        select %s, sum(m.amount)::bigint as amount from %s
                         group by 1, %s, m.due_date%s
                        having sum(m.amount) <> 0"""
                        .formatted(item, amounts, account, byDueDate ? "" : ", m.document_date");
    }

    private static String agedFrom(Question question) {
        return question.basis() == Basis.DOCUMENT_DATE
                ? "case when m.due_date is not null then m.document_date end"
                : "m.due_date";
    }

    private static String after(Question question, String place) {
        return question.after() == null ? "true" : place + " > (:afterRank, :afterKey)";
    }
}
