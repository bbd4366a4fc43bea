package io.receivables.query.cashforecast;

import io.receivables.query.cashforecast.Expectation.Why;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.OpenClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Expects each open claim on its due date and as many days later as the account is late as a rule. */
final class Expectations {

    private Expectations() {}

    /**
     * @param claims the oldest of an invoice first
     * @param doubtful marked, by invoice
     */
    static List<Expectation> of(List<OpenClaim> claims, Map<String, Long> doubtful, Habits habits, LocalDate asAt) {
        var left = new HashMap<>(doubtful);
        var expectations = new ArrayList<Expectation>();
        for (var claim : claims) {
            long marked = claim.type() == DocumentType.INVOICE
                    ? Math.min(claim.amount(), left.getOrDefault(claim.id(), 0L))
                    : 0;
            left.computeIfPresent(claim.id(), (_, amount) -> amount - marked);
            var basis = habits.basis(claim.accountId());
            if (marked > 0) {
                expectations.add(new Expectation(null, Why.DOUBTFUL, basis, marked));
            }
            if (claim.amount() > marked) {
                var date = claim.due().plusDays(habits.daysLate(claim.accountId()));
                expectations.add(date.isAfter(asAt)
                        ? new Expectation(date, Why.EXPECTED, basis, claim.amount() - marked)
                        : new Expectation(null, Why.PAST_EXPECTED, basis, claim.amount() - marked));
            }
        }
        return List.copyOf(expectations);
    }
}
