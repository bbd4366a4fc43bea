package io.receivables.query.edge;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the database, until the transaction ends, how sums over a whole book are best made. It changes no result. */
public final class Planner {

    private Planner() {}

    /**
     * Hundreds of thousands of groups fit into memory; by default the database would take them to disk. The plan is made for
     * the dates and positions at hand: one for any of them would count on few rows.
     */
    public static void groupInMemory(JdbcClient jdbc) {
        set(jdbc, "work_mem", "64MB");
        set(jdbc, "plan_cache_mode", "force_custom_plan");
    }

    /**
     * In the order of an index, one group after the other. The database takes dates and positions of facts for independent
     * of each other, expects a few rows where there are millions, and would sort them into groups.
     */
    public static void groupInOrderOfIndex(JdbcClient jdbc) {
        groupInMemory(jdbc);
        set(jdbc, "enable_hashagg", "off");
    }

    private static void set(JdbcClient jdbc, String setting, String value) {
        jdbc.sql("select set_config(?, ?, true)").params(setting, value).query(String.class).single();
    }
}
