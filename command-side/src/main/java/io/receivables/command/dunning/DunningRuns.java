package io.receivables.command.dunning;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The runs of legal entities, one for each day, and the accounts that a run goes through. Parts of runs of one legal entity come
 * one after the other, whatever the node: each takes the entity's lock before it reads who was reminded of what.
 */
@Component
@Order(9)
public class DunningRuns implements GroupTable<DunningRuns.Day, DunningRuns.Run> {

    // One probe of each account's items; the accounts come in the order of their ids, so that a part begins where the
    // one
    // before has ended.
    private static final String LATE = """
            select a.account_id
              from command.customer_account a
             where a.legal_entity = :entity and a.account_id > :after
               and exists (select from command.open_item i
                            where i.account_id = a.account_id and i.kind = 'INVOICE' and i.due_date <= :asAt)
             order by a.account_id limit :limit""";

    private final Sql sql;
    private final JdbcClient jdbc;

    DunningRuns(Sql sql, JdbcClient jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** A day of a legal entity. */
    public record Day(LegalEntityId legalEntity, LocalDate asAt) {}

    /**
     * A run as far as it has come.
     *
     * @param letters that it has written
     * @param notDunned late items that it has left out since it was asked for last
     */
    public record Run(DunningRunId runId, int letters, int notDunned, boolean completed) {

        public static Run begin(DunningRunId id) {
            return new Run(id, 0, 0, false);
        }

        public Run with(int moreLetters, int moreNotDunned) {
            return new Run(runId, letters + moreLetters, notDunned + moreNotDunned, completed && moreLetters == 0);
        }

        /** Asked for again. */
        public Run again() {
            return new Run(runId, letters, 0, completed);
        }

        public Run complete() {
            return new Run(runId, letters, notDunned, true);
        }
    }

    /** Waits until no other node writes letters of the legal entity. */
    public void lock(LegalEntityId entity) {
        if (!CommitGroup.current().isDryRun()) {
            sql.query("select pg_advisory_xact_lock(hashtextextended('dunning ' || id, 0)) from unnest(?) as ids (id)",
                    (_, no) -> no, Column.of("text", List.of(entity), LegalEntityId::value));
        }
    }

    /** @throws Refusal RUN_OUT_OF_ORDER when a run of a later date was begun */
    public void requireInOrder(Day day) {
        var last = last(day.legalEntity());
        if (last != null && last.isAfter(day.asAt())) {
            throw new Refusal(ProblemCode.RUN_OUT_OF_ORDER, "a run of " + day.legalEntity() + " at " + last
                    + " was begun; none can follow at " + day.asAt());
        }
    }

    private @Nullable LocalDate last(LegalEntityId entity) {
        var stored = jdbc.sql("select max(as_at) from command.dunning_run where legal_entity = ?")
                .param(entity.value())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        return CommitGroup.current()
                .added(this)
                .keySet()
                .stream()
                .filter(day -> day.legalEntity().equals(entity))
                .map(Day::asAt)
                .filter(asAt -> stored == null || asAt.isAfter(stored))
                .max(LocalDate::compareTo)
                .orElse(stored);
    }

    public Optional<Run> find(Day day) {
        var left = CommitGroup.current().find(this, day);
        return left != null
                ? Optional.of(left)
                : jdbc.sql("""
                        select run_id, letters, not_dunned, completed from command.dunning_run
                         where legal_entity = ? and as_at = ?""")
                        .params(day.legalEntity().value(), day.asAt())
                        .query((row, _) -> new Run(new DunningRunId(row.getString(1)), row.getInt(2), row.getInt(3),
                                row.getBoolean(4)))
                        .optional();
    }

    /**
     * The next accounts with something due.
     *
     * @param after null: from the first one on
     */
    public List<AccountId> lateAccounts(Day day, @Nullable AccountId after, int limit) {
        return jdbc.sql(LATE)
                .param("entity", day.legalEntity().value())
                .param("after", after == null ? "" : after.value())
                .param("asAt", day.asAt())
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getString(1)))
                .list();
    }

    public void put(Day day, Run run) {
        CommitGroup.current().put(this, day, run);
    }

    @Override
    public void insert(Map<Day, Run> rows) {
        sql.update("""
                insert into command.dunning_run (legal_entity, as_at, run_id, letters, not_dunned, completed)
                select entity, as_at::date, run_id, letters, not_dunned, completed::boolean
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (entity, as_at, run_id, letters, not_dunned, completed)
                    on conflict (legal_entity, as_at) do update
                   set letters = excluded.letters, not_dunned = excluded.not_dunned, completed = excluded.completed""",
                Column.of("text", rows.keySet(), day -> day.legalEntity().value()),
                Column.of("text", rows.keySet(), day -> day.asAt().toString()),
                Column.of("text", rows.values(), run -> run.runId().value()),
                Column.of("int4", rows.values(), Run::letters), Column.of("int4", rows.values(), Run::notDunned),
                Column.of("text", rows.values(), run -> String.valueOf(run.completed())));
    }
}
