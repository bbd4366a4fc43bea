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
 * @param level the highest of its items
 * @param finalNotice whether it is the formal notice (mise en demeure)
 * @param procedure null: the default one of the policy
 * @param items by due date; their amounts add up to {@code amountDue}
 * @param fee what the letter costs the customer, beside {@code amountDue}; null: nothing
 * @param feeChargeId the late charge that claims the fee
 * @param charges late charges that were open before, which the letter mentions
 * @param unapplied payments and credits that settle nothing yet, which the letter mentions
 * @param policyVersion by which it was decided
 * @param template the name of its text, of which {@code templateVersion} is the edition
 * @param channel by which it shall be sent
 * @param contentHash SHA-256 of the letter as HTML in UTF-8, in hexadecimal digits
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLetterIssued(DunningLetterId letterId, DunningRunId runId, AccountId accountId,
        LegalEntityId legalEntity, int level, boolean finalNotice, @Nullable String procedure, List<DunnedItem> items,
        Money amountDue, @Nullable Money fee, @Nullable ChargeId feeChargeId, Money charges, Money unapplied,
        int policyVersion, String template, int templateVersion, LetterLanguage language, LetterChannel channel,
        String contentHash, LocalDate effectiveDate) implements DunningLetterEvent {

    public DunningLetterIssued {
        items = List.copyOf(items);
    }
}
