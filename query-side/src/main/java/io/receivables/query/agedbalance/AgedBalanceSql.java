package io.receivables.query.agedbalance;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind the aged balance. Amounts per group come as "slots": not due, then the buckets, then cash and
 * credit that is not applied (below zero).
 */
final class AgedBalanceSql {

    /** Slot of payments and credit notes: they are not aged. */
    private static final int UNAPPLIED = -1;

    private final Question question;

    AgedBalanceSql(Question question) {
        this.question = question;
    }

    /**
     * The totals, repeated on each row of the page; one row without key when the page is empty. An item that is settled
     * adds nothing and is left out before the oldest due date is taken: open amounts are never below zero, so that zero
     * means that each of them is.
     */
    String balance() {
        return """
                with item as (
                    select %1$s as key, %2$s as slot, m.due_date, sum(m.amount)::bigint as amount
                      from %3$s
                     group by 1, 2, 3
                    having sum(m.amount) <> 0
                ), grouped as (
                    select key, %4$s as slots, sum(amount)::bigint as balance,
                           coalesce(sum(amount) filter (where slot > 0), 0)::bigint as overdue,
                           min(due_date) filter (where slot >= 0) as oldest
                      from item
                     group by key
                ), ranked as (
                    select *, (%5$s)::bigint as rank from grouped
                ), page as (
                    select * from ranked where %6$s order by rank, key limit :limit
                ), total as (
                    select %4$s as total_slots, coalesce(sum(amount), 0)::bigint as total_balance from item
                )
                select * from total left join page on true order by rank, key"""
                .formatted("g." + question.groupBy().column(), slot(), from(question.live()), slots(),
                        question.sort().rank(),
                        question.after() == null ? "true" : "(rank, key) > (:afterRank, :afterKey)");
    }

    /** Movements up to the cut, all movements, and all open items: three sums of the same accounts. */
    String control() {
        return """
                select (select coalesce(sum(m.amount), 0) from %1$s) as cut,
                       (select coalesce(sum(m.amount), 0) from %2$s) as moved,
                       (select coalesce(sum(m.amount), 0) from %3$s) as open"""
                .formatted(from(false), source("ledger.movement"), source("ledger.open_item"));
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("entity", question.legalEntity());
        parameters.put("currency", question.currency().getCurrencyCode());
        parameters.put("asAt", question.asOf().asAt());
        parameters.put("known", question.asOf().position());
        parameters.put("account", question.accountId());
        parameters.put("class", question.receivableClass());
        return Collections.unmodifiableMap(parameters);
    }

    private String from(boolean live) {
        return live
                ? source("ledger.open_item")
                : source("ledger.movement") + " and m.effective_date <= :asAt and m.position <= :known";
    }

    private String source(String table) {
        return table + " m join ledger.account g on g.account_id = m.account_id"
                + " where m.legal_entity = :entity and m.currency = :currency"
                + (question.accountId() == null ? "" : " and m.account_id = :account")
                + (question.receivableClass() == null
                        ? ""
                        : " and coalesce(m.receivable_class, g.receivable_class) = :class");
    }

    private String slot() {
        var bounds = question.edges().lowerBounds().stream().map(String::valueOf).collect(joining(","));
        return "case when m.document_type <> 'INVOICE' then %d else width_bucket(:asAt::date - m.%s, array[%s]) end"
                .formatted(UNAPPLIED, question.basis().column(), bounds);
    }

    private String slots() {
        var aged = IntStream.rangeClosed(0, question.edges().buckets());
        return IntStream.concat(aged, IntStream.of(UNAPPLIED))
                .mapToObj(slot -> "coalesce(sum(amount) filter (where slot = %d), 0)::bigint".formatted(slot))
                .collect(joining(", ", "array[", "]"));
    }

    static List<String> keys(long rank, String key) {
        return List.of(Long.toString(rank), key);
    }
}
