package io.receivables.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the books follow the event store. */
public class LedgerStatus {

    private final JdbcClient jdbc;

    LedgerStatus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A moment.
     *
     * @param name of the projection
     * @param position what the books have read
     * @param head the last position of the store
     * @param lagSeconds how long the oldest fact that is not read yet has been waiting; 0 if there is none
     * @param parked how many facts are not booked
     */
    public record Moment(String name, long position, long head, double lagSeconds, long parked) {

        /** At most: positions that were drawn and rolled back hold no fact. */
        public long lagEvents() {
            return Math.max(0, head - position);
        }
    }

    public Moment now() {
        return jdbc.sql("""
                with place as (
                    select greatest((select max(position) from ledger.fact),
                                    (select max(position) from ledger.parked_fact), 0) as position
                )
                select p.position,
                       coalesce((select max(global_index) from eventstore.event), 0) as head,
                       coalesce((select greatest(extract(epoch from clock_timestamp() - time_stamp), 0)
                                   from eventstore.event where global_index > p.position
                                  order by global_index limit 1), 0)::double precision as lag,
                       (select count(*) from ledger.parked_fact) as parked
                  from place p""")
                .query(LedgerStatus::moment)
                .single();
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(LedgerProjection.GROUP, row.getLong("position"), row.getLong("head"), row.getDouble("lag"),
                row.getLong("parked"));
    }
}
