package io.receivables.command.dunning.delivery;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.dunning.DunningLetterId;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of a letter.
 *
 * @param attempts how often it was tried
 */
record RecordDelivery(DunningLetterId letterId, int attempts, Outcome outcome) implements Command {

    /** Handed over, or not. */
    sealed interface Outcome {

        /** @param reference what it is known by where it was handed over */
        record Delivered(String reference) implements Outcome {}

        /** @param code the reply of the mail server; null where it gave none */
        record Failed(DeliveryFailure failure, @Nullable Integer code) implements Outcome {}
    }

    @Override
    public String target() {
        return StreamType.DUNNING_LETTER.streamId(letterId);
    }
}
