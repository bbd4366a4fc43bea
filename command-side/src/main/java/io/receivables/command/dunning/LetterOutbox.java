package io.receivables.command.dunning;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letters that wait to be sent. A row comes in the transaction of the fact that issued its letter and goes in that of the fact
 * that says what became of it; it is the only thing that makes a sender send, so that neither a replay nor a rebuild does.
 */
@Component
@Order(9)
public class LetterOutbox implements GroupTable<DunningLetterId, Optional<LetterOutbox.Waiting>> {

    /**
     * Names this database. A copy that is restored elsewhere, or beside it, has another name: what waits in it may have been sent
     * since the copy was made. A stand-by that takes over is such a copy too.
     */
    private static final String THIS_DATABASE = """
            select s.system_identifier || '/' || c.timeline_id || '/' || d.oid
              from pg_control_system() s, pg_control_checkpoint() c, pg_database d
             where d.datname = current_database()""";

    private final Sql sql;
    private final JdbcClient jdbc;

    LetterOutbox(Sql sql, JdbcClient jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** A letter that is to be sent. */
    public record Waiting(AccountId account, LegalEntityId entity, LetterChannel channel) {}

    /**
     * A letter that a sender has taken.
     *
     * @param attempts this one included
     * @param waited since it was queued
     * @param queuedHere whether it was queued in this very database
     */
    public record Claimed(DunningLetterId letterId, Waiting waiting, int attempts, Duration waited,
            boolean queuedHere) {}

    public void queue(DunningLetterId id, Waiting waiting) {
        CommitGroup.current().put(this, id, Optional.of(waiting));
    }

    /** Its delivery has ended, well or not. */
    public void done(DunningLetterId id) {
        CommitGroup.current().put(this, id, Optional.empty());
    }

    @Override
    public void insert(Map<DunningLetterId, Optional<Waiting>> rows) {
        var done = rows.entrySet().stream().filter(row -> row.getValue().isEmpty()).map(Map.Entry::getKey).toList();
        if (!done.isEmpty()) {
            sql.update("delete from command.letter_outbox where letter_id = any (?)",
                    Column.of("text", done, DunningLetterId::value));
        }
        var queued = rows.entrySet().stream().filter(row -> row.getValue().isPresent()).toList();
        sql.update("insert into command.letter_outbox (letter_id, account_id, legal_entity, channel, queued_in) "
                + "select new.*, (" + THIS_DATABASE + ") from (select unnest(?), unnest(?), unnest(?), unnest(?)) "
                + "as new"
                // One that was sent a moment ago and is to be sent again.
                + " on conflict (letter_id) do update set channel = excluded.channel, attempts = 0, queued_at = now(),"
                + " next_attempt_at = now(), claimed_until = null, queued_in = excluded.queued_in",
                Column.of("text", queued, row -> row.getKey().value()),
                Column.of("text", queued, row -> row.getValue().orElseThrow().account().value()),
                Column.of("text", queued, row -> row.getValue().orElseThrow().entity().value()),
                Column.of("text", queued, row -> row.getValue().orElseThrow().channel().name()));
    }

    /**
     * Takes letters that are due, for a while. For senders: one short statement, in no transaction of the caller's.
     *
     * @param channels that can be sent by
     */
    public List<Claimed> claim(List<LetterChannel> channels, Duration lease, int limit) {
        return jdbc.sql("""
                update command.letter_outbox o
                   set attempts = o.attempts + 1, claimed_until = now() + :lease * interval '1 second'
                  from (select letter_id from command.letter_outbox
                         where channel in (:channels) and next_attempt_at <= now()
                           and (claimed_until is null or claimed_until < now())
                         order by next_attempt_at limit :limit for update skip locked) due
                 where o.letter_id = due.letter_id
                returning o.letter_id, o.account_id, o.legal_entity, o.channel, o.attempts,
                          extract(epoch from now() - o.queued_at)::bigint, o.queued_in = (%s)"""
                .formatted(THIS_DATABASE))
                .param("lease", lease.toSeconds())
                .param("channels", channels.stream().map(LetterChannel::name).toList())
                .param("limit", limit)
                .query((row, _) -> new Claimed(new DunningLetterId(row.getString(1)),
                        new Waiting(new AccountId(row.getString(2)), new LegalEntityId(row.getString(3)),
                                LetterChannel.valueOf(row.getString(4))),
                        row.getInt(5), Duration.ofSeconds(row.getLong(6)), row.getBoolean(7)))
                .list();
    }

    /** Lets a letter be tried again, after a pause. */
    public void retry(DunningLetterId id, Duration pause) {
        jdbc.sql("""
                update command.letter_outbox
                   set claimed_until = null, next_attempt_at = now() + ? * interval '1 second' where letter_id = ?""")
                .params(pause.toSeconds(), id.value())
                .update();
    }

    /** How many letters of a channel wait. */
    public long waiting(LetterChannel channel) {
        return jdbc.sql("select count(*) from command.letter_outbox where channel = ?")
                .param(channel.name())
                .query(Long.class)
                .single();
    }

    /** How long the oldest of all has been waiting; nothing when none is. */
    public Duration oldestWaiting() {
        return Duration.ofSeconds(jdbc.sql("""
                select coalesce(extract(epoch from now() - min(queued_at)), 0)::bigint from command.letter_outbox""")
                .query(Long.class)
                .single());
    }
}
