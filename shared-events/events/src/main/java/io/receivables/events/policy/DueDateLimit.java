package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.EndOfMonth;
import org.jspecify.annotations.Nullable;

/**
 * The latest day on which an invoice may fall due, counted from its issue date.
 *
 * @param endOfMonth a reading of "end of month": the limit is then only for terms that were agreed in this reading; null or
 * NONE is for every invoice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueDateLimit(int netDays, @Nullable EndOfMonth endOfMonth) {}
