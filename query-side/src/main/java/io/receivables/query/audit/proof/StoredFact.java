package io.receivables.query.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the event store.
 *
 * @param stored when the node that recorded it believed it to be, in microseconds since 1970
 * @param payload JSON; so is {@code metadata}
 */
record StoredFact(long position, long stored, String type, String payload, String metadata) {

    static final String SELECT = """
            select global_index, (extract(epoch from time_stamp) * 1000000)::bigint, payload_type,
                   convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')
              from eventstore.event where global_index <= %d order by global_index""";

    static StoredFact of(ResultSet row) throws SQLException {
        return new StoredFact(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
