package io.receivables.query.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a balance changed, as its page shows it.
 *
 * @param whose an account or legal entity
 * @param link to the account; null for a legal entity
 * @param fields what the form keeps
 * @param labels of the buckets; empty for "not due"
 */
record DiffSheet(String whose, @Nullable String link, Map<String, String> fields, String currency, LocalDate asAt,
        Knowledge known, Knowledge other, Amount knownBalance, Amount otherBalance, Amount difference,
        List<String> labels, List<Line> lines) {

    /** A late fact. */
    record Line(FactLine fact, List<Amount> buckets, Amount unapplied) {}
}
