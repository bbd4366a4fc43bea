package io.receivables.query.export.accountpack;

import io.receivables.events.account.AccountId;
import io.receivables.query.audit.replay.Replay;
import io.receivables.query.edge.AsOfRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every fact of the account in the order in which it was recorded, with who, when and why, and the figures before and after it. */
@Component
class PackEvents {

    private final Replay replay;
    private final JsonMapper json;

    PackEvents(Replay replay, JsonMapper json) {
        this.replay = replay;
        this.json = json;
    }

    /** @return where the facts lie in the store */
    List<Long> write(AccountId id, AsOfRequest asOf, ZipFiles zip) throws IOException {
        var positions = new ArrayList<Long>();
        zip.add("events.ndjson", out -> {
            replay.ofAccount(id.value(), asOf).tell(line -> {
                try {
                    out.write(json.writeValueAsBytes(line));
                    out.write('\n');
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                positions.add(line.event().position());
            });
            return positions.size();
        });
        return positions;
    }
}
