package io.receivables.command.dunning;

import io.receivables.command.stream.Amounts;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stops to reminders of one invoice or account. Several may stand at once: each has its own reason to go. */
public final class DunningBlocks {

    private final Map<DunningBlockId, Block> all = new HashMap<>();

    /**
     * @param until the last day; null: until it is released
     * @param releasedDate the first day on which it does not count any more; null while it stands
     */
    public record Block(DunningBlockId blockId, String reason, String placedBy, LocalDate from,
            @Nullable LocalDate until, @Nullable LocalDate releasedDate) {}

    /** @throws Refusal VALUE_INVALID when it would end before it begins */
    public static void requireInOrder(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/until", until + " is before " + from);
        }
    }

    /** @throws Refusal DUNNING_BLOCK_NOT_FOUND, DUNNING_BLOCK_RELEASED, NOT_AVAILABLE_AT_DATE */
    public void requireReleasable(DunningBlockId id, LocalDate date, String what) {
        var block = all.get(id);
        if (block == null) {
            throw new Refusal(ProblemCode.DUNNING_BLOCK_NOT_FOUND, "no dunning block " + id + " on " + what);
        }
        if (block.releasedDate() != null) {
            throw new Refusal(ProblemCode.DUNNING_BLOCK_RELEASED,
                    "dunning block " + id + " on " + what + " was released at " + block.releasedDate());
        }
        Amounts.requireNotBefore(date, block.from(), "dunning block " + id);
    }

    public void placed(Block block) {
        all.put(block.blockId(), block);
    }

    public void released(DunningBlockId id, LocalDate date) {
        all.computeIfPresent(id, (_, it) -> new Block(id, it.reason(), it.placedBy(), it.from(), it.until(), date));
    }

    public Block get(DunningBlockId id) {
        return Objects.requireNonNull(all.get(id));
    }
}
