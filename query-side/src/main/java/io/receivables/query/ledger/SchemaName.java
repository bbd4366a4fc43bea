package io.receivables.query.ledger;

import java.util.UUID;

/** The schema whose tables a statement works on: the books themselves, or those that a rebuild fills beside them. */
record SchemaName(String name) {

    static final SchemaName LIVE = new SchemaName("ledger");
    /** How the names of those begin that a rebuild fills. */
    static final String NEXT = "ledger_next_";
    /** What the live books are called between a swap and their end. */
    static final SchemaName OLD = new SchemaName("ledger_old");

    /** One of its own for each rebuild: one that has lost its lock cannot write into the books of its successor. */
    static SchemaName next(UUID rebuildId) {
        return new SchemaName(NEXT + rebuildId.toString().replace("-", ""));
    }

    /** The statement for this schema; it is written for the live one. */
    String in(String sql) {
        return equals(LIVE) ? sql : sql.replace("ledger.", name + ".");
    }
}
