package io.receivables.command.policy;

import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.account.AccountId;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalStep;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingApprovalTest {

    private static final RequiredApproval TWO_CONTROLLERS = new RequiredApproval(2, "controller");
    private static final RequiredApproval ONE_MANAGER = new RequiredApproval(1, "credit-manager");

    @Test
    void whoAsksDoesNotApprove() {
        refused(TWO_CONTROLLERS, controller("clara"), ProblemCode.APPROVER_IS_REQUESTER, "clara");
    }

    @Test
    void aRefusalLeavesBehindWhatWasTried() {
        var what = ToApprove.writeOff("W1", new AccountId("C1"), new LegalEntityId("FR01"), new InvoiceId("INV-1"),
                eur("100.00"));
        var today = LocalDate.of(2026, 3, 2);
        var pending = PendingApproval.of("clara", TWO_CONTROLLERS).with("conrad");
        for (var rule : ApprovalRefused.Rule.values()) {
            var approver = switch (rule) {
                case APPROVER_IS_REQUESTER -> controller("clara");
                case APPROVER_HAS_APPROVED -> controller("conrad");
                case APPROVER_LACKS_AUTHORITY -> manager("maria");
            };
            assertThatThrownBy(() -> pending.isCompletedBy(approver, what, today))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.leaves())
                            .isEqualTo(new ApprovalRefused(new AccountId("C1"), new LegalEntityId("FR01"),
                                    ApprovalSubject.WRITE_OFF, "W1", new InvoiceId("INV-1"), null, eur("100.00"),
                                    "clara",
                                    approver.subject(), rule, today)))
                    .hasMessageContaining("write-off W1 over 100.00 EUR");
        }
        assertThat(pending.isCompletedBy(controller("carla"), what, today)).isTrue();
    }

    @Test
    void nobodyApprovesTwice() {
        var pending = PendingApproval.of("clara", TWO_CONTROLLERS).with("conrad");
        assertThatThrownBy(() -> pending.isCompletedBy(controller("conrad"), "write-off W1"))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.APPROVER_HAS_APPROVED))
                .hasMessageContaining("2 different people must, and 1 did");
    }

    @Test
    void anotherRoleHasNoAuthority() {
        refused(TWO_CONTROLLERS, manager("maria"), ProblemCode.APPROVER_LACKS_AUTHORITY, "controller", "maria");
    }

    @Test
    void whereTheFactNamesNobodyItTakesAController() {
        refused(null, manager("maria"), ProblemCode.APPROVER_LACKS_AUTHORITY, "controller");
        assertThat(PendingApproval.of("clara", null).isCompletedBy(controller("conrad"), "it")).isTrue();
    }

    @Test
    void aControllerMayWhatACreditManagerMay() {
        assertThat(PendingApproval.of("clara", ONE_MANAGER).isCompletedBy(manager("maria"), "it")).isTrue();
        assertThat(PendingApproval.of("clara", ONE_MANAGER).isCompletedBy(controller("conrad"), "it")).isTrue();
    }

    @Test
    void theSecondOfTwoCompletesIt() {
        var pending = PendingApproval.of("clara", TWO_CONTROLLERS);
        assertThat(pending.isCompletedBy(controller("conrad"), "it")).isFalse();
        assertThat(pending.with("conrad").isCompletedBy(controller("carla"), "it")).isTrue();
        assertThat(pending.with("conrad").allWith(controller("carla"))).containsExactly("conrad", "carla");
    }

    @Test
    void theAmountChoosesTheStep() {
        var limit = new ApprovalLimit(eur("10.00"), 3, List.of(
                new ApprovalStep(eur("100.00"), "credit-manager", null), new ApprovalStep(null, null, 2)));
        assertThat(limit.covers(eur("10.00"))).isTrue();
        assertThat(limit.required(eur("100.00"))).isEqualTo(ONE_MANAGER);
        assertThat(limit.required(eur("100.01"))).isEqualTo(TWO_CONTROLLERS);
        // Bounds are in the base currency: what is in another one goes to the top.
        assertThat(limit.required(Money.of("1.00", "USD"))).isEqualTo(TWO_CONTROLLERS);
    }

    private static void refused(@Nullable RequiredApproval required, Approver approver,
            ProblemCode code, String... words) {
        assertThatThrownBy(() -> PendingApproval.of("clara", required).isCompletedBy(approver, "write-off W1"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    private static Approver controller(String subject) {
        return new Approver(subject, Set.of("controller"));
    }

    private static Approver manager(String subject) {
        return new Approver(subject, Set.of("credit-manager"));
    }
}
