package io.receivables.query.seal;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads checkpoints and proofs. They name no customer, so they are not cut by legal entity. */
@Service
@SnapshotRead
class ReadProofs {

    private final SealRows rows;
    private final JdbcClient jdbc;

    ReadProofs(SealRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    Page<Checkpoint> checkpoints(Paging paging) {
        var after = paging.afterKeys(1);
        var first = after == null ? 0 : Cursor.number(after.getFirst());
        return Page.of(rows.after(first, paging.size() + 1), paging.size(),
                checkpoint -> List.of(Long.toString(checkpoint.count())));
    }

    List<KeyStatement> keys() {
        return rows.keys();
    }

    /** @param count of the checkpoint; null: the first that holds the event */
    Proof.Inclusion inclusion(long position, @Nullable Long count) {
        var leaf = rows.leafOf(position);
        var checkpoint = count == null ? rows.firstWith(position).orElse(null) : checkpoint(count);
        if (leaf == null || checkpoint == null || leaf >= checkpoint.count()) {
            throw new Refusal(ProblemCode.EVENT_NOT_SEALED, leaf == null
                    ? "no event at position " + position + " is in the tree"
                    : "the event at position " + position + " is in no checkpoint"
                            + (count == null ? " yet" : " of " + count + " events"));
        }
        var tiles = new Tiles(jdbc);
        return new Proof.Inclusion(position, leaf, hex(tiles.hash(0, leaf)),
                HashTree.inclusion(tiles, leaf, checkpoint.count()).stream().map(ReadProofs::hex).toList(), checkpoint);
    }

    Proof.Consistency consistency(long first, long second) {
        var from = checkpoint(first);
        var to = checkpoint(second);
        if (first > second) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "from " + first + " is larger than to " + second + ": a tree only grows");
        }
        return new Proof.Consistency(HashTree.consistency(new Tiles(jdbc), first, second)
                .stream()
                .map(ReadProofs::hex)
                .toList(), from, to);
    }

    private Checkpoint checkpoint(long count) {
        return rows.of(count)
                .orElseThrow(() -> new Refusal(ProblemCode.CHECKPOINT_NOT_FOUND,
                        "there is no checkpoint of " + count + " events"));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
