package io.receivables.command.dunning.sendagain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.resource.Versioned;
import org.jspecify.annotations.Nullable;

/** A letter that waits to be sent by a channel. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueuedLetter(DunningLetterId letterId, AccountId accountId, LetterChannel channel, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public QueuedLetter at(long at) {
        return new QueuedLetter(letterId, accountId, channel, version, at);
    }
}
