package io.receivables.query.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.period.ControlTotal;
import io.receivables.events.period.SeenBalances;
import io.receivables.platform.resource.PeriodResource.Status;
import io.receivables.query.ledger.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month that was signed off at least once.
 *
 * @param status CLOSED also for a month whose sign-off stands while later ones were reopened
 * @param asKnown up to where late facts are counted
 * @param signOffs the latest last
 * @param lateFacts facts that moved money and were recorded after the latest sign-off, with a date up to the month's end
 * @param reconciliation by currency: from the latest sign-off to what is known now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Period(LegalEntityId legalEntity, YearMonth period, Status status, Known asKnown,
        List<Signature> signOffs, long lateFacts, List<Reconciliation> reconciliation) {

    /**
     * A sign-off.
     *
     * @param asKnown its watermark, for {@code asKnown} of any question
     * @param totals added up by the command side from the facts alone
     * @param ties whether the ledger gives the same at the end of the month as known at the watermark
     * @param reopened absent while it stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signature(int signOff, String signedBy, String reason, LocalDate signedDate, Known asKnown,
            List<ControlTotal> totals, @Nullable SeenBalances seen, boolean ties, @Nullable Reopening reopened) {}

    /** Who lifted a sign-off. */
    public record Reopening(String reopenedBy, String reason, LocalDate reopenedDate) {}

    /**
     * The balance at the end of the month.
     *
     * @param signedOff as it was signed
     * @param lateFacts what later facts have added to it
     * @param now both together, and what the ledger gives
     */
    public record Reconciliation(Money signedOff, Money lateFacts, Money now) {}

    /**
     * A fact that was recorded after a sign-off with a date before the end of its month.
     *
     * @param accountingDate under which it is booked
     * @param effect on the balance of the legal entity; zero where it only moves money between items
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LateFact(long position, Instant recordedAt, LocalDate effectiveDate, LocalDate accountingDate,
            String type, String streamType, String streamId, @Nullable String accountId, @Nullable String who,
            @Nullable String why, Money effect) {}
}
