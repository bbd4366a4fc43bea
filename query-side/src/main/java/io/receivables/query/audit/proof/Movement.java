package io.receivables.query.audit.proof;

import org.jspecify.annotations.Nullable;

/**
 * A signed amount of one item, in minor units; above zero the account owes more. Dates are ISO texts.
 *
 * @param account null for cash that nobody has identified
 * @param paidDate the day on which cash or credit came that settles a claim; else null
 */
record Movement(@Nullable String account, String entity, String currency, String documentType, String documentId,
        String instalment, @Nullable String documentDate, @Nullable String dueDate, @Nullable String receivableClass,
        String kind, @Nullable String reference, long amount, String effective, String accounting, long recordedAt,
        @Nullable String paidDate) {

    Movement with(@Nullable String otherClass, long otherAmount) {
        return new Movement(account, entity, currency, documentType, documentId, instalment, documentDate, dueDate,
                otherClass, kind, reference, otherAmount, effective, accounting, recordedAt, paidDate);
    }

    @Nullable
    String[] row() {
        return new String[]{account, entity, currency, documentType, documentId, instalment, documentDate, dueDate,
                receivableClass, kind, reference, Long.toString(amount), effective, accounting,
                Long.toString(recordedAt), paidDate};
    }
}
