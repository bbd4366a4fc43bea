package io.receivables.command.policy.set;

import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;

import io.receivables.command.policy.CreditPolicy;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import org.junit.jupiter.api.Test;

class SetCreditPolicyTest {
    private static final ApprovalLimits LIMITS = new ApprovalLimits(eur("50.00"), eur("200.00"));
    private final StreamFixture<CreditPolicy> policy = StreamFixture.of(CreditPolicy.class, "policy/FR01");

    @Test
    void theFirstVersionIsOne() {
        policy.begins(() -> CreditPolicy.begin(ENTITY, day("02-01"), LIMITS, null)).then(version(1, "02-01"));
    }

    @Test
    void versionsCountUpWhateverTheirDates() {
        policy.given(version(1, "02-01")).when(it -> it.set(day("01-01"), LIMITS, null)).then(version(2, "01-01"));
    }

    private static CreditPolicySet version(int version, String validFrom) {
        return new CreditPolicySet(ENTITY, version, day(validFrom), LIMITS, day(validFrom));
    }
}
