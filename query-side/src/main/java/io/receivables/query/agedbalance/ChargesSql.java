package io.receivables.query.agedbalance;

import static io.receivables.query.agedbalance.AgedBalanceSql.ofClass;

/** The part of a group that is late charges. They are few, so their movements are added up. */
final class ChargesSql {

    private static final String MOVED = """
             from %s
             join ledger.account g on g.account_id = m.account_id
            where m.document_type = 'CHARGE' and m.legal_entity = :entity and m.currency = :currency
              and m.effective_date <= :asAt and m.position <= :known""";

    private ChargesSql() {}

    static String total(Question question) {
        return "select coalesce(sum(m.amount), 0)::bigint as charges " + moved(question) + ofAccount(question)
                + ofClass(question, "m");
    }

    static String ofKeys(Question question) {
        var key = "g." + question.groupBy().column();
        return "select %1$s as key, sum(m.amount)::bigint as charges %2$s%3$s%4$s and %1$s = any(:keys) group by 1"
                .formatted(key, moved(question), ofAccount(question), ofClass(question, "m"));
    }

    private static String moved(Question question) {
        return MOVED.formatted(MovementsSql.of(question));
    }

    private static String ofAccount(Question question) {
        return question.accountId() == null ? "" : " and m.account_id = :account";
    }
}
