package io.receivables.command.dunning.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.command.dunning.NotDunnedReason;
import io.receivables.command.edge.RunInParts;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run, or a part of it, has written.
 *
 * @param runId absent in a dry run of a day that has no run yet
 * @param simulation whether another policy version than the valid one was tried
 * @param accounts how many with something due were looked at
 * @param next where the next part begins; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DunningRunResult(@Nullable DunningRunId runId, LegalEntityId legalEntity, LocalDate asAt, boolean dryRun,
        boolean simulation, int policyVersion, int accounts, List<Letter> letters, List<Skipped> notDunned,
        @Nullable AccountId next, long version,
        @Nullable Long position) implements Versioned, RunInParts.Done<DunningRunResult> {

    /**
     * @param letterId absent in a dry run
     * @param items that come to a level with it
     * @param alsoOverdue what it asks for besides
     * @param fees what the letter costs the customer, beside {@code amountDue}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letter(@Nullable DunningLetterId letterId, AccountId accountId, int level, boolean finalNotice,
            @Nullable String procedure, Money amountDue, List<DunnedItem> items, List<DunnedItem> alsoOverdue,
            Money fees, String template, LetterChannel channel) {}

    record Skipped(AccountId accountId, InvoiceId invoiceId, int instalment, NotDunnedReason reason, Money amount,
            String detail) {}

    static DunningRunResult begin(RunDunning command, @Nullable DunningRunId runId, int policyVersion) {
        return new DunningRunResult(runId, command.legalEntity(), command.asAt(), command.dryRun(),
                command.policyVersion() != null, policyVersion, 0, List.of(), List.of(), null, 1, null);
    }

    DunningRunResult with(int moreAccounts, List<Letter> moreLetters, List<Skipped> moreNotDunned) {
        return new DunningRunResult(runId, legalEntity, asAt, dryRun, simulation, policyVersion,
                accounts + moreAccounts, joined(letters, moreLetters), joined(notDunned, moreNotDunned), next, version,
                position);
    }

    @Override
    public DunningRunResult with(DunningRunResult part) {
        return with(part.accounts, part.letters, part.notDunned).endingAt(part.next)
                .at(part.position == null ? position : part.position);
    }

    DunningRunResult endingAt(@Nullable AccountId last) {
        return new DunningRunResult(runId, legalEntity, asAt, dryRun, simulation, policyVersion, accounts, letters,
                notDunned, last, version, position);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    @Override
    public DunningRunResult at(long at) {
        return at(Long.valueOf(at));
    }

    private DunningRunResult at(@Nullable Long at) {
        return new DunningRunResult(runId, legalEntity, asAt, dryRun, simulation, policyVersion, accounts, letters,
                notDunned, next, version, at);
    }
}
