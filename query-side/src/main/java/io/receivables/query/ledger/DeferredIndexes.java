package io.receivables.query.ledger;

import io.receivables.query.ledger.SideBySide.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indexes of a schema, taken away while its tables are filled and built afterwards: sorting a column
 * once costs far less than finding the place of each row.
 */
final class DeferredIndexes {

    private final SchemaName schema;
    private final List<Index> indexes;

    private DeferredIndexes(SchemaName schema, List<Index> indexes) {
        this.schema = schema;
        this.indexes = indexes;
    }

    /** @param constraint the kind of the constraint that the index serves, empty if it serves none */
    private record Index(String table, String name, String definition, String constraint) {

        String drop() {
            return constraint.isEmpty()
                    ? "drop index ledger." + name
                    : "alter table ledger.%s drop constraint %s".formatted(table, name);
        }

        /** Building under a name first, so that several indexes of one table can be built at a time. */
        String adopt() {
            return "alter table ledger.%s add constraint %s %s using index %s".formatted(table, name, constraint, name);
        }
    }

    /** Drops the indexes of these tables, which are empty. */
    static DeferredIndexes drop(JdbcClient jdbc, SchemaName schema, List<String> tables) {
        var indexes = jdbc.sql("""
                select t.relname, i.relname, pg_get_indexdef(i.oid),
                       case c.contype when 'p' then 'primary key' when 'u' then 'unique' else '' end
                  from pg_index x
                  join pg_class i on i.oid = x.indexrelid
                  join pg_class t on t.oid = x.indrelid
                  left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u')
                 where t.relnamespace = ?::regnamespace and t.relname = any(?)""")
                .params(schema.name(), tables.toArray(String[]::new))
                .query((row, _) -> new Index(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        indexes.forEach(index -> jdbc.sql(schema.in(index.drop())).update());
        return new DeferredIndexes(schema, indexes);
    }

    /** The steps that build them, the largest table first. */
    List<Step> build(JdbcClient jdbc) {
        return largestFirst(jdbc).stream()
                .map(index -> new Step(index.table(), Set.of(index.table()), List.of(index.definition())))
                .toList();
    }

    /** Once all are built, gives them back to the constraints that they serve. */
    void adopt(JdbcClient jdbc) {
        indexes.stream()
                .filter(index -> !index.constraint().isEmpty())
                .forEach(index -> jdbc.sql(schema.in(index.adopt())).update());
    }

    private List<Index> largestFirst(JdbcClient jdbc) {
        var names = jdbc
                .sql("""
                        select relname from pg_class where relnamespace = ?::regnamespace order by pg_relation_size(oid) desc""")
                .param(schema.name())
                .query(String.class)
                .list();
        var sorted = new ArrayList<>(indexes);
        sorted.sort(Comparator.comparingInt(index -> names.indexOf(index.table())));
        return sorted;
    }
}
