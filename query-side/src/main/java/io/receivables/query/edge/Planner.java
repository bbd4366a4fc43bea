package io.receivables.query.edge;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the database, until the transaction ends, how sums over a whole book are best made. It changes no result. */
public final class Planner {

    private Planner() {}

    /**
     * Hundreds of thousands of groups fit into memory; by default the database would take them to disk. The plan is made for
     * the dates and positions at hand: one for any of them would count on few rows.
     */
    public static void groupInMemory(JdbcClient jdbc) {
        set(jdbc,
                "select set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)");
    }

    /**
     * What is open in a large book is added up by one process before another has started. For this sum alone: those over
     * movements are better shared.
     */
    public static <T> T addUpAlone(JdbcClient jdbc, Supplier<T> sum) {
        set(jdbc, "select set_config('max_parallel_workers_per_gather', '0', true)");
        var added = sum.get();
        jdbc.sql("set local max_parallel_workers_per_gather to default").update();
        return added;
    }

    /**
     * In the order of an index, one group after the other. The database takes dates and positions of facts for independent
     * of each other, expects a few rows where there are millions, and would sort them into groups.
     */
    public static void groupInOrderOfIndex(JdbcClient jdbc) {
        groupInMemory(jdbc);
        set(jdbc, "select set_config('enable_hashagg', 'off', true)");
    }

    /**
     * Some days of a log that lies on the disk in about that order, by the summary that tells which pages hold them. The
     * database gathers only now and then how well the two agree, and until then would read every page.
     */
    public static void readBySummary(JdbcClient jdbc) {
        groupInMemory(jdbc);
        set(jdbc, "select set_config('enable_seqscan', 'off', true)");
    }

    private static void set(JdbcClient jdbc, String settings) {
        jdbc.sql(settings).query().singleRow();
    }
}
