package io.receivables.command.rate;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.money.Percentage;
import io.receivables.events.rate.ReferenceRateSet;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated values of reference rates, as decisions look them up. */
@Component
@Order(8)
public class ReferenceRates implements GroupTable<ReferenceRates.Key, ReferenceRate> {

    private final Sql sql;
    private final JdbcClient jdbc;

    ReferenceRates(Sql sql, JdbcClient jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** One half-year of one rate. */
    public record Key(String rate, LocalDate validFrom) {}

    /**
     * The value of a half-year; never that of another one.
     *
     * @throws Refusal REFERENCE_RATE_MISSING
     */
    public ReferenceRate require(String rate, LocalDate halfYear) {
        return find(new Key(rate, halfYear)).orElseThrow(() -> new Refusal(ProblemCode.REFERENCE_RATE_MISSING,
                "no value of " + rate + " is known for the half-year from " + halfYear + " to "
                        + halfYear.plusMonths(6).minusDays(1) + "; set it with PUT /v1/reference-rates/" + rate));
    }

    public void add(ReferenceRateSet set) {
        set.values()
                .forEach(it -> CommitGroup.current()
                        .put(this, new Key(set.rate(), it.validFrom()),
                                new ReferenceRate(it.validFrom(), it.percent(), set.version(), set.source())));
    }

    private Optional<ReferenceRate> find(Key key) {
        var group = CommitGroup.current();
        var added = group.find(this, key);
        return Optional.ofNullable(added != null ? added : group.read(this, key, this::read));
    }

    private @Nullable ReferenceRate read(Key key) {
        return jdbc.sql("""
                select valid_from, percent, version, source from command.reference_rate
                 where rate = ? and valid_from = ?""")
                .params(key.rate(), key.validFrom())
                .query((row, _) -> new ReferenceRate(row.getObject(1, LocalDate.class),
                        new Percentage(row.getBigDecimal(2)), row.getInt(3), row.getString(4)))
                .optional()
                .orElse(null);
    }

    @Override
    public void insert(Map<Key, ReferenceRate> rows) {
        sql.update("""
                insert into command.reference_rate (rate, valid_from, percent, version, source)
                select rate, valid_from::date, percent::numeric, version, source
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (rate, valid_from, percent, version, source)
                    on conflict (rate, valid_from) do update
                   set percent = excluded.percent, version = excluded.version, source = excluded.source""",
                Column.of("text", rows.keySet(), Key::rate),
                Column.of("text", rows.keySet(), key -> key.validFrom().toString()),
                Column.of("text", rows.values(), it -> it.percent().toString()),
                Column.of("int4", rows.values(), ReferenceRate::version),
                Column.of("text", rows.values(), ReferenceRate::source));
    }
}
