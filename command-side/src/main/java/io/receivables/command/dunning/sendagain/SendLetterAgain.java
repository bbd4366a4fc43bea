package io.receivables.command.dunning.sendagain;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.policy.LetterChannel;
import org.jspecify.annotations.Nullable;

/**
 * Sends the same text once more.
 *
 * @param channel null: as it was sent last
 */
record SendLetterAgain(DunningLetterId letterId, @Nullable LetterChannel channel, String reason) implements Command {

    @Override
    public String target() {
        return StreamType.DUNNING_LETTER.streamId(letterId);
    }
}
