package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

/** The totals of all groups, and beside them the control total: the movements up to the cut, summed up another way. */
final class TotalsSql {

    private TotalsSql() {}

    /**
     * Whole months of roll-ups and the movements between the nearest end of a month and the cut: those of the days
     * between, as far as they were recorded by the end of the month of recording, then those that were recorded between.
     * Each may have to be taken away again.
     */
    static String fromRollUps(Question question) {
        return """
                with recorded_between as materialized (
                    select %1$s as aged_from, :factSign * m.amount as amount
                      from ledger.movement m
                     where m.position > :factFrom and m.position <= :factTo and m.effective_date <= :asAt
                       and m.legal_entity = :entity and m.currency = :currency and m.account_id is not null %2$s
                ), moved as (
                    select t.aged_from, t.amount
                      from ledger.month_total t
                     where t.legal_entity = :entity and t.currency = :currency and t.basis = :basis
                       and t.effective_month <= :monthDate and t.recorded_month <= :recordedMonth %3$s
                     union all
                    select %1$s, :daySign * m.amount
                      from ledger.movement m
                     where m.effective_date > :dayFrom and m.effective_date <= :dayTo and m.position <= :monthPosition
                       and m.legal_entity = :entity and m.currency = :currency and m.account_id is not null %2$s
                     union all
                    select aged_from, amount from recorded_between
                    %6$s
                ), aged as (
                    select %4$s as slot, amount from moved
                )
                select %5$s as slots, coalesce(sum(amount), 0)::bigint as balance,
                       (select coalesce(sum(t.amount), 0)::bigint
                          from ledger.movement_total t
                         where t.legal_entity = :entity and t.currency = :currency and t.effective_date <= :asAt
                           and t.recorded_month <= :recordedMonth %3$s)
                       + (select coalesce(sum(amount), 0)::bigint from recorded_between)
                       + %7$s as movements
                  from aged"""
                .formatted(agedFrom(question), ofClass(question, "m"), ofClass(question, "t"),
                        Slots.slot(question, "aged_from"), Slots.sums(question),
                        earlier(question, "union all select " + agedFrom(question) + ", m.amount"),
                        question.earlier().isEmpty()
                                ? "0"
                                : earlier(question, "(select coalesce(sum(m.amount), 0)::bigint") + ")");
    }

    /** What the view moves to the cut; nothing where it moves nothing. */
    private static String earlier(Question question, String select) {
        return question.earlier().isEmpty()
                ? ""
                : select + " from " + MovementsSql.earlier() + " where true" + ofClass(question, "m");
    }

    /** For one account, whose items are quickly read. */
    static String fromItems(Question question) {
        return """
                with item as (
                %s
                )
                select %s as slots, coalesce(sum(amount), 0)::bigint as balance,
                       (select coalesce(sum(m.amount), 0)::bigint
                          from %s
                         where m.account_id = :account and m.currency = :currency and m.effective_date <= :asAt
                           and m.position <= :known %s)
                       as movements
                  from item"""
                .formatted(RowsSql.items(question), Slots.sums(question), MovementsSql.of(question),
                        ofClass(question, "m"));
    }

    /** Cash and credit does not age, whatever the date of its document. */
    private static String agedFrom(Question question) {
        return switch (question.basis()) {
            case DUE_DATE, PLAN -> "m.due_date";
            case DOCUMENT_DATE -> "case when m.due_date is not null then m.document_date end";
        };
    }
}
