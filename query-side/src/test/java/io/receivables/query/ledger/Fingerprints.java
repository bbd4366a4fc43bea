package io.receivables.query.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each table of the books holds, in whatever order. */
final class Fingerprints {

    private Fingerprints() {}

    /** Number of rows and a hash of all of them, by table. */
    static Map<String, String> of(JdbcClient jdbc) {
        var fingerprints = new TreeMap<String, String>();
        for (var table : tables(jdbc)) {
            fingerprints.put(table, jdbc.sql("""
                    select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                      from %s t""".formatted(table)).query(String.class).single());
        }
        return fingerprints;
    }

    static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                select 'ledger.' || tablename from pg_tables where schemaname = 'ledger'
                   and tablename not in ('token_entry', 'flyway_schema_history')""")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
