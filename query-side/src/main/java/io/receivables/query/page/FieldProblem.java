package io.receivables.query.page;

import io.receivables.platform.problem.Refusal;

/**
 * What is wrong with a form.
 *
 * @param field the field that it is about; empty if none is
 */
record FieldProblem(String field, String text) {

    static FieldProblem of(Refusal refusal) {
        return new FieldProblem(switch (refusal.code()) {
            case DATE_INVALID -> "asAt";
            case AS_KNOWN_INVALID, AS_KNOWN_IN_FUTURE -> "asKnown";
            case EDGES_INVALID -> "edges";
            case LEGAL_ENTITY_NOT_FOUND -> "legalEntity";
            case CURRENCY_UNKNOWN, CURRENCY_AMBIGUOUS -> "currency";
            default -> "";
        }, refusal.detail());
    }
}
