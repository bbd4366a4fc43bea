package io.receivables.query.audit.replay;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one fact moved.
 *
 * @param account null for cash that nobody has identified
 * @param mark DOUBTFUL or DISPUTED for what is marked and not moved; else null
 * @param amount in minor units
 */
record Moved(long position, @Nullable String account, String currency, String documentType, String documentId,
        @Nullable LocalDate dueDate, @Nullable String mark, long amount) {

    boolean isOfInvoice() {
        return documentType.equals("INVOICE");
    }
}
