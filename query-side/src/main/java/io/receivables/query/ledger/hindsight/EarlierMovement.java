package io.receivables.query.ledger.hindsight;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Half of an allocation that was decided after the date of a cut and counts at it all the same: the claim falls, or the money
 * is given away. The names of its fields in JSON are those of the columns of a movement.
 *
 * @param position of the fact that decided it
 * @param amount in minor units, signed as a movement's
 */
public record EarlierMovement(@JsonProperty("account_id") String accountId,
        @JsonProperty("document_type") String documentType, @JsonProperty("document_id") String documentId,
        int instalment, @JsonProperty("document_date") LocalDate documentDate,
        @JsonProperty("due_date") @Nullable LocalDate dueDate,
        @JsonProperty("receivable_class") @Nullable String receivableClass, String kind, long position, long amount) {}
