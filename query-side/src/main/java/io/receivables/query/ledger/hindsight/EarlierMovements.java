package io.receivables.query.ledger.hindsight;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What hindsight adds to the movements of a cut. Each allocation is in it twice, so that its sum is zero. */
public record EarlierMovements(List<EarlierMovement> movements) {

    public static final EarlierMovements NONE = new EarlierMovements(List.of());

    private static final JsonMapper JSON = new JsonMapper();

    /** Rows for a statement, from the parameter {@code earlier}; to be named. */
    public static final String ROWS = """
            jsonb_to_recordset(:earlier::jsonb) as %s (account_id text, document_type text, document_id text,
                instalment int, document_date date, due_date date, receivable_class text, kind text, position bigint,
                amount bigint)""";

    public boolean isEmpty() {
        return movements.isEmpty();
    }

    /** The value of the parameter {@code earlier}. */
    public String json() {
        return JSON.writeValueAsString(movements);
    }
}
