package io.receivables.query.cashforecast;

import io.receivables.query.cashforecast.Expectation.Basis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By how many days accounts are late as a rule, over twelve months.
 *
 * @param byAccount of accounts that have settled enough invoices
 * @param ofAll of the whole book, for the others; null where nothing was settled: then they are expected when due
 */
record Habits(Map<String, BigDecimal> byAccount, @Nullable BigDecimal ofAll) {

    Basis basis(String account) {
        return byAccount.containsKey(account) ? Basis.ACCOUNT : ofAll == null ? Basis.DUE_DATE : Basis.ENTITY;
    }

    /** In whole days, half up; below zero for who pays early. */
    long daysLate(String account) {
        var days = byAccount.getOrDefault(account, ofAll == null ? BigDecimal.ZERO : ofAll);
        return days.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
