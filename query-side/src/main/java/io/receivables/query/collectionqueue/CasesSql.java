package io.receivables.query.collectionqueue;

/** What was said last of the work on accounts or payments, up to the cut. */
final class CasesSql {

    private static final String LAST = """
            %s as (
                select distinct on (subject_id) subject_id, value, day, wakes_on_news, effective_date
                  from ledger.case_change
                 where subject_kind = '%s' and aspect = '%s' and effective_date <= :asAt and position <= :known
                 order by subject_id, position desc
            )""";

    private CasesSql() {}

    /** The relations {@code last_owner} and {@code last_snooze}. */
    static String last(String kind) {
        return LAST.formatted("last_owner", kind, "OWNER") + ", " + LAST.formatted("last_snooze", kind, "SNOOZE");
    }
}
