package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The claim of the processor that keeps the live books, as Axon's token store writes it. Whoever owns it in the token row
 * may store a position; a processor that tries without is turned away and its batch rolled back.
 */
final class LiveClaim {

    private static final int SEGMENT = 0;

    private final JdbcClient jdbc;
    private final Serializer general;
    private final String owner;

    /** @param owner tells this rebuild from nodes and from other rebuilds */
    LiveClaim(JdbcClient jdbc, Serializer general, String owner) {
        this.jdbc = jdbc;
        this.general = general;
        this.owner = owner;
    }

    /** How far the live books have read; 0 if they have not begun. */
    long position() {
        return jdbc.sql("select token, token_type from ledger.token_entry where processor_name = ? and segment = ?")
                .params(LedgerProjection.GROUP, SEGMENT)
                .query(this::position)
                .optional()
                .orElse(0L);
    }

    /**
     * Takes the claim from whichever node has it. It lapses by itself some seconds after {@code seconds}, should this
     * process end meanwhile.
     *
     * @return where the live books stand from now on
     */
    long takeOver(int seconds) {
        var start = token(0);
        jdbc.sql("""
                insert into ledger.token_entry (processor_name, segment, token, token_type)
                values (?, ?, ?, ?) on conflict do nothing""")
                .params(LedgerProjection.GROUP, SEGMENT, start.getData(), start.getType().getName())
                .update();
        return jdbc.sql("""
                update ledger.token_entry
                   set owner = ?,
                       time_stamp = to_char(clock_timestamp() at time zone 'UTC' + make_interval(secs => ?),
                                            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                 where processor_name = ? and segment = ?
                returning token, token_type""")
                .params(owner, seconds, LedgerProjection.GROUP, SEGMENT)
                .query(this::position)
                .single();
    }

    /** Lets the nodes go on. */
    void release() {
        jdbc.sql("update ledger.token_entry set owner = null where owner = ?").param(owner).update();
    }

    /** Whether the claim is still held, and nobody can take it before the running transaction ends. */
    boolean hold(JdbcClient session) {
        return session.sql("select owner from ledger.token_entry where processor_name = ? and segment = ? for update")
                .params(LedgerProjection.GROUP, SEGMENT)
                .query(String.class)
                .optional()
                .filter(owner::equals)
                .isPresent();
    }

    /**
     * Writes the position to the rebuilt books, for a node to go on from there. The row keeps an owner that is long gone
     * rather than none: a free claim would also be taken by a node that is in the middle of a batch for the books of
     * before; one that lapsed is taken only by a node that begins anew.
     */
    void handOver(JdbcClient session, SchemaName next, long position) {
        var token = token(position);
        session.sql(next.in("delete from ledger.token_entry")).update();
        session.sql(next.in("insert into ledger.token_entry")
                + " select * from ledger.token_entry where processor_name <> ?")
                .param(LedgerProjection.GROUP)
                .update();
        session.sql(next.in("""
                insert into ledger.token_entry (processor_name, segment, token, token_type, time_stamp, owner)
                values (?, ?, ?, ?, '1970-01-01T00:00:00Z', ?)"""))
                .params(LedgerProjection.GROUP, SEGMENT, token.getData(), token.getType().getName(), owner)
                .update();
    }

    private SerializedObject<byte[]> token(long position) {
        return general.serialize(new GlobalSequenceTrackingToken(position), byte[].class);
    }

    private long position(ResultSet row, int number) throws SQLException {
        var data = row.getBytes(1);
        if (data == null) {
            return 0;
        }
        TrackingToken token = general.deserialize(new SimpleSerializedObject<>(data, byte[].class, row.getString(2),
                null));
        var position = WrappedToken.unwrapLowerBound(token);
        return position == null ? 0 : position.position().orElse(0);
    }
}
