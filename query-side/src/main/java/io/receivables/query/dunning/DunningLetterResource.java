package io.receivables.query.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.LetterChannel;
import io.receivables.events.policy.LetterLanguage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter at a date.
 *
 * @param procedure absent: the default one
 * @param items that came to a level with it
 * @param alsoOverdue what it asks for besides, at the level that it was at before; {@code amountDue} is of both
 * @param fees what the letter costs the customer, beside {@code amountDue}
 * @param contentHash SHA-256 of the letter as {@code text/html} gives it
 * @param channel by which it is sent, or was last
 * @param status WAITING, DELIVERED or FAILED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningLetterResource(DunningLetterId letterId, DunningRunId runId, AccountId accountId,
        LegalEntityId legalEntity, LocalDate issueDate, int level, boolean finalNotice, @Nullable String procedure,
        Money amountDue, List<DunnedItem> items, List<DunnedItem> alsoOverdue, Money fees,
        @Nullable ChargeId feeChargeId, Money charges,
        Money unapplied, int policyVersion, String template, int templateVersion, LetterLanguage language,
        LetterChannel channel, String contentHash, Status status, List<Delivery> deliveries, long version,
        long position) {

    /** How far the delivery has come. */
    public enum Status {
        WAITING,
        DELIVERED,
        FAILED
    }

    /**
     * A delivery that has ended.
     *
     * @param reference the Message-ID or the name of the file; absent where it failed
     * @param code the mail server's reply, where it gave one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(LocalDate date, LetterChannel channel, int attempts, @Nullable String reference,
            @Nullable DeliveryFailure failure, @Nullable Integer code) {}
}
