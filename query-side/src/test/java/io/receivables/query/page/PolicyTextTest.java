package io.receivables.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.events.policy.PolicyRules;
import io.receivables.query.page.PolicyText.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

    private static final Money FIFTY = Money.of("50.00", "EUR");

    @Test
    void limitsWithoutMatrixHaveNoSection() {
        assertThat(PolicyText.of(new ApprovalLimits(FIFTY, FIFTY), null, field -> field)).isEmpty();
    }

    @Test
    void theMatrixIsToldStepByStep() {
        var limits = new ApprovalLimits(FIFTY, FIFTY, null,
                List.of(new ApprovalStep(Money.of("1000.00", "EUR"), "credit-manager", 1),
                        new ApprovalStep(null, "controller", 2)));
        assertThat(PolicyText.of(limits, PolicyRules.NONE, field -> field)).containsExactly(new Section("approvals",
                List.of("steps upTo 1000.00 EUR, role credit-manager, approvers 1",
                        "steps role controller, approvers 2")));
    }

    @Test
    void fieldsHaveTheWordsOfTheReader() {
        var limits = new ApprovalLimits(FIFTY, FIFTY, null, List.of(new ApprovalStep(null, "controller", 2)));
        assertThat(PolicyText.of(limits, PolicyRules.NONE, field -> "<" + field + ">"))
                .containsExactly(new Section("approvals", List.of("<steps> <role> controller, <approvers> 2")));
    }
}
