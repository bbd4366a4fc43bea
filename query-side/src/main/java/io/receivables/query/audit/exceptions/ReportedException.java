package io.receivables.query.audit.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.StreamKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is worth a look.
 *
 * @param recordedDate the day of {@code recordedAt} by the legal entity's clock
 * @param accountingDate under which it is booked, where that is not its business date
 * @param approvalId of the write-off, refund, credit limit, … that it is about
 * @param amount what was to be approved, permitted or reversed; of a backdated fact its effect on the balance; of a split the sum
 * @param limit up to which one person decides alone; of a split
 * @param facts how many make up the sum; of a split
 * @param requestedBy who asked for what was to be approved, where somebody did
 * @param approvedBy everybody who agreed; empty where nobody had to, or did
 * @param who recorded the fact
 * @param event path of the fact
 * @param replay path of the account's history up to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedException(ExceptionKind kind, long position, Instant recordedAt, LocalDate recordedDate,
        LocalDate effectiveDate, @Nullable LocalDate accountingDate, long daysLate, String type, StreamKey stream,
        @Nullable String accountId, @Nullable String approvalId, @Nullable Money amount, @Nullable Money limit,
        @Nullable Integer facts, @Nullable String requestedBy, List<String> approvedBy, @Nullable String who,
        @Nullable String why, String event, @Nullable String replay) {}
