package io.receivables.events.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer is reminded. The text, which names people, is kept beside the party record; its hash here proves it.
 *
 * @param level the highest of the items that came to one
 * @param finalNotice whether it is the formal notice (mise en demeure)
 * @param procedure null: the default one of the policy
 * @param items that came to a level with it, by due date
 * @param amountDue what all that is overdue adds up to, {@code alsoOverdue} as well
 * @param fee what the letter costs the customer, beside {@code amountDue}; null: nothing
 * @param feeChargeId the late charge that claims the fee
 * @param charges late charges that were open before, which the letter mentions
 * @param unapplied payments and credits that settle nothing yet, which the letter mentions
 * @param policyVersion by which it was decided
 * @param template the name of its text, of which {@code templateVersion} is the edition
 * @param channel by which it shall be sent
 * @param contentHash SHA-256 of the letter as HTML in UTF-8, in hexadecimal digits
 * @param alsoOverdue what the letter asks for besides and stays at its level (0: none yet), by due date; null: nothing
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLetterIssued(DunningLetterId letterId, DunningRunId runId, AccountId accountId,
        LegalEntityId legalEntity, int level, boolean finalNotice, @Nullable String procedure, List<DunnedItem> items,
        Money amountDue, @Nullable Money fee, @Nullable ChargeId feeChargeId, Money charges, Money unapplied,
        int policyVersion, String template, int templateVersion, LetterLanguage language, LetterChannel channel,
        String contentHash, LocalDate effectiveDate,
        @Nullable List<DunnedItem> alsoOverdue) implements DunningLetterEvent {

    public DunningLetterIssued {
        items = List.copyOf(items);
        alsoOverdue = alsoOverdue == null ? null : List.copyOf(alsoOverdue);
    }

    /** All that it asks for came to a level with it. */
    public DunningLetterIssued(DunningLetterId letterId, DunningRunId runId, AccountId accountId,
            LegalEntityId legalEntity, int level, boolean finalNotice, @Nullable String procedure,
            List<DunnedItem> items, Money amountDue, @Nullable Money fee, @Nullable ChargeId feeChargeId, Money charges,
            Money unapplied, int policyVersion, String template, int templateVersion, LetterLanguage language,
            LetterChannel channel, String contentHash, LocalDate effectiveDate) {
        this(letterId, runId, accountId, legalEntity, level, finalNotice, procedure, items, amountDue, fee, feeChargeId,
                charges, unapplied, policyVersion, template, templateVersion, language, channel, contentHash,
                effectiveDate, null);
    }

    /** What it asks for besides the items that came to a level with it. */
    public List<DunnedItem> besides() {
        return alsoOverdue == null ? List.of() : alsoOverdue;
    }
}
