package io.receivables.command.dunning.block;

import io.receivables.command.dunning.block.PlaceDunningBlock.Subject;
import io.receivables.command.stream.Command;
import io.receivables.events.dunning.DunningBlockId;
import java.time.LocalDate;

/** Ends a block; others stay. */
record ReleaseDunningBlock(Subject subject, DunningBlockId blockId, String reason,
        LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return subject.streamId();
    }
}
