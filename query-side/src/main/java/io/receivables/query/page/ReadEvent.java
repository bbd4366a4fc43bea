package io.receivables.query.page;

import io.receivables.query.audit.AuditTrail;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.Known;
import io.receivables.query.ledger.StreamKey;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Reads one event and the history that it stands in. */
@Service
@SnapshotRead
class ReadEvent {

    private static final LocalDate ANY_DATE = LocalDate.of(9999, 12, 31);

    private final AuditTrail trail;
    private final History history;
    private final JsonMapper json;

    ReadEvent(AuditTrail trail, History history, JsonMapper json) {
        this.trail = trail;
        this.history = history;
        this.json = json;
    }

    EventSheet handle(long position, Links links) {
        var event = trail.at(position);
        var everything = new AsOf(ANY_DATE, new Known(Long.MAX_VALUE, event.recordedAt()));
        var stream = history.of(new StreamKey(event.stream().type(), event.stream().id()), everything);
        return new EventSheet(event, FactLine.of(event, links), pretty(event.data()),
                stream.reversed().stream().map(fact -> FactLine.of(fact, links)).toList());
    }

    /** Only laid out anew; every value stays as it is stored. */
    private String pretty(String data) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(data));
    }
}
