package io.receivables.query.agedbalance;

import io.receivables.query.ledger.hindsight.EarlierMovements;

/** Where movements are read: those that were recorded, and what the view moves to the cut. */
final class MovementsSql {

    private static final String WITH_EARLIER = """
            (select account_id, legal_entity, currency, document_type, document_date, due_date, receivable_class, amount,
                    effective_date, position
               from ledger.movement
              union all
             select account_id, :entity::text, :currency::text, document_type, document_date, due_date,
                    receivable_class, amount, :asAt::date, 0::bigint
               from %s) m"""
            .formatted(EarlierMovements.ROWS.formatted("e"));

    private MovementsSql() {}

    /** A relation by the name of {@code m}. */
    static String of(Question question) {
        return question.earlier().isEmpty() ? "ledger.movement m" : WITH_EARLIER;
    }

    /** What the view moves alone, by the name of {@code m}. */
    static String earlier() {
        return EarlierMovements.ROWS.formatted("m");
    }
}
