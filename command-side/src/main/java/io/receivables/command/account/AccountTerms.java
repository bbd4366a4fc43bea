package io.receivables.command.account;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The dated terms of customer accounts, as decisions look them up. */
@Component
@Order(3)
public class AccountTerms implements GroupTable<AccountId, List<AccountTerms.Version>> {

    private final Sql sql;
    private final JsonMapper json = new JsonMapper();

    AccountTerms(Sql sql) {
        this.sql = sql;
    }

    /** Terms that are valid from a date on; of one date, the highest version is. */
    record Version(LocalDate validFrom, int version, PaymentTerms terms) {}

    private record Row(AccountId account, Version version) {}

    /** The terms of an account at a date, not before it was opened. */
    public PaymentTerms at(AccountId id, LocalDate date) {
        return all(id).filter(it -> !it.validFrom().isAfter(date))
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::version))
                .orElseThrow()
                .terms();
    }

    public void add(AccountId id, LocalDate validFrom, PaymentTerms terms) {
        var group = CommitGroup.current();
        int version = 1 + all(id).mapToInt(Version::version).max().orElse(0);
        var added = group.find(this, id);
        var versions = new ArrayList<>(added == null ? List.of() : added);
        versions.add(new Version(validFrom, version, terms));
        group.put(this, id, versions);
    }

    private Stream<Version> all(AccountId id) {
        var group = CommitGroup.current();
        var added = group.find(this, id);
        var stored = group.<AccountId, List<Version>>read(this, id, _ -> readAll(group, id));
        return Stream.concat(stored == null ? Stream.empty() : stored.stream(),
                added == null ? Stream.empty() : added.stream());
    }

    /** Those of every account that the group has read: who asks for one will ask for the others. */
    private List<Version> readAll(CommitGroup group, AccountId id) {
        var known = group.<AccountId, List<Version>>allRead(this);
        var ids = new HashSet<>(group.<AccountId, AccountRow>allRead(Accounts.class).keySet());
        ids.removeAll(known.keySet());
        ids.add(id);
        ids.forEach(it -> known.put(it, new ArrayList<>()));
        read(ids).forEach(row -> known.computeIfAbsent(row.account(), _ -> new ArrayList<>()).add(row.version()));
        return known.getOrDefault(id, List.of());
    }

    private List<Row> read(Collection<AccountId> ids) {
        return sql.query("""
                select t.account_id, t.valid_from, t.version, t.terms
                  from unnest(?) as wanted (id)
                 cross join lateral (select * from command.account_terms where account_id = wanted.id offset 0) t""",
                (row, _) -> new Row(new AccountId(row.getString(1)), new Version(row.getObject(2, LocalDate.class),
                        row.getInt(3), json.readValue(row.getString(4), PaymentTerms.class))),
                Column.of("text", ids, AccountId::value));
    }

    /** Waits for the decisions of other nodes that have read the terms as they were. */
    @Override
    public void insert(Map<AccountId, List<Version>> rows) {
        sql.query("""
                select a.one from (select id from unnest(?) as ids (id) order by id) wanted
                 cross join lateral (select 1 as one from command.customer_account
                                      where account_id = wanted.id offset 0 for update) a""",
                (row, _) -> row.getInt(1), Column.of("text", rows.keySet(), AccountId::value));
        var added = rows.entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream().map(version -> new Row(entry.getKey(), version)))
                .toList();
        sql.update("""
                insert into command.account_terms (account_id, valid_from, version, terms)
                select id, valid_from::date, version, terms::jsonb
                  from (select unnest(?), unnest(?), unnest(?), unnest(?)) as new (id, valid_from, version, terms)""",
                Column.of("text", added, row -> row.account().value()),
                Column.of("text", added, row -> row.version().validFrom().toString()),
                Column.of("int4", added, row -> row.version().version()),
                Column.of("text", added, row -> json.writeValueAsString(row.version().terms())));
    }
}
