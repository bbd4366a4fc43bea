package io.receivables.query.customeraccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.StreamKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the history of an account.
 *
 * @param effect what the account's balance changed by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(long position, Instant recordedAt, LocalDate effectiveDate, String type, StreamKey stream,
        Money effect, @Nullable String who, @Nullable String why) {}
