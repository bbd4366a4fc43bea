package io.receivables.query.dunning;

import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A run of reminders at a date.
 *
 * @param asAt the date of the run and of its letters
 * @param notDunned late items, or parts of them, that it has left out when it completed
 * @param levels by level and currency
 * @param waiting letters that are neither delivered nor given up
 */
public record DunningRunResource(DunningRunId runId, LegalEntityId legalEntity, LocalDate asAt, int policyVersion,
        boolean completed, long letters, int notDunned, List<Level> levels, long waiting, long delivered,
        long failed, long position) {

    /** Letters of a level in a currency. */
    public record Level(int level, long letters, Money amountDue, Money fees) {}
}
