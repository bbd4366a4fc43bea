package io.receivables.command.agreement;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.agreement.DisputeRows.Dispute;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.BreachEffect;
import io.receivables.platform.agreement.AgreementStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What need not be paid now, of INV-1 with 100.00 due in January and 200.00 in February, and INV-2 with 50.00. */
class AccountAgreementsTest {

    private static final List<OpenItem> ITEMS = List.of(item("INV-1", 1, "01-31", "100.00"),
            item("INV-1", 2, "02-28", "200.00"), item("INV-2", 1, "03-31", "50.00"));

    @Test
    void onlyTheDisputedPartIsLeftOut() {
        var agreed = agreed("04-01", List.of(dispute("30.00", 0, "02-01", null)));
        assertThat(excluded(agreed)).containsExactly("INV-1/1 DISPUTED 30.00");
    }

    @Test
    void aDisputeThatNamesAnInstalmentIsOnThatOneAndItsRestOnTheOldest() {
        assertThat(excluded(agreed("04-01", List.of(dispute("230.00", 2, "02-01", null)))))
                .containsExactly("INV-1/1 DISPUTED 30.00", "INV-1/2 DISPUTED 200.00");
    }

    @Test
    void aDisputeCountsFromItsDateToItsEnd() {
        var disputes = List.of(dispute("30.00", 0, "02-01", "03-01"));
        assertThat(excluded(agreed("01-31", disputes))).isEmpty();
        assertThat(excluded(agreed("02-28", disputes))).hasSize(1);
        assertThat(excluded(agreed("03-01", disputes))).isEmpty();
    }

    @Test
    void aPromiseCoversWhatIsLeftOfItUntilItsLastDay() {
        var made = promise("PR1", "120.00", List.of());
        assertThat(excluded(agreed("03-18", List.of(), made)))
                .containsExactly("INV-1/1 PROMISED 100.00", "INV-1/2 PROMISED 20.00");
        assertThat(excluded(agreed("03-18", List.of(), made, judged("PR1", PromiseOutcome.OPEN, "40.00", "03-10"))))
                .containsExactly("INV-1/1 PROMISED 80.00");
        assertThat(excluded(agreed("03-19", List.of(), made))).as("also before anybody has judged it").isEmpty();
        assertThat(excluded(agreed("02-28", List.of(), made))).as("not before it was made").isEmpty();
        assertThat(excluded(agreed("03-18", List.of(), made, judged("PR1", PromiseOutcome.KEPT, "120.00", "03-10"))))
                .isEmpty();
    }

    @Test
    void aPromiseOfOneInvoiceCoversThatOneAndNothingThatIsDisputed() {
        assertThat(excluded(agreed("03-10", List.of(), promise("PR1", "500.00", List.of(new InvoiceId("INV-2"))))))
                .containsExactly("INV-2/1 PROMISED 50.00");
        assertThat(excluded(agreed("03-10", List.of(dispute("60.00", 1, "02-01", null)),
                promise("PR1", "100.00", List.of()))))
                .containsExactly("INV-1/1 DISPUTED 60.00", "INV-1/1 PROMISED 40.00", "INV-1/2 PROMISED 60.00");
    }

    @Test
    void aPlanProtectsWhatItCoversWhileItIsInGoodStanding() {
        var plan = List.<CustomerAccountEvent>of(proposed(), accepted());
        assertThat(excluded(agreed("03-04", List.of(), plan.toArray(CustomerAccountEvent[]::new)))).isEmpty();
        var inForce = agreed("04-01", List.of(), proposed(), accepted());
        assertThat(excluded(inForce)).containsExactly("INV-1/2 PAYMENT_PLAN 150.00");
        assertThat(inForce.planDueDate(ITEMS.get(1), ITEMS)).contains(day("05-01"));
        assertThat(inForce.planDueDate(ITEMS.getFirst(), ITEMS)).isEmpty();
        assertThat(excluded(agreed("05-10", List.of(), proposed(), accepted(), breached()))).isEmpty();
    }

    @Test
    void theWordGivenLastCounts() {
        var first = promise("PR1", "100.00", List.of());
        var broken = judged("PR1", PromiseOutcome.BROKEN, "0.00", "03-19");
        assertThat(agreed("03-18", List.of(), first).hasBrokenItsWord()).isFalse();
        assertThat(agreed("03-19", List.of(), first).hasBrokenItsWord()).as("before it was judged").isTrue();
        assertThat(agreed("04-01", List.of(), first, broken).hasBrokenItsWord()).isTrue();
        assertThat(agreed("04-01", List.of(), first, broken).hasBrokenItsWordOf(ITEMS)).isTrue();
        assertThat(agreed("04-01", List.of(), first, broken).hasBrokenItsWordOf(List.of())).isFalse();
        assertThat(agreed("04-01", List.of(), first, broken, judged("PR1", PromiseOutcome.KEPT, "100.00", "03-10"))
                .hasBrokenItsWord()).isFalse();
        assertThat(agreed("04-01", List.of(), first, new PromiseWithdrawn(ACCOUNT, ENTITY, new PromiseId("PR1"), REASON,
                null, day("03-10"))).hasBrokenItsWord()).isFalse();
    }

    private static List<String> excluded(AccountAgreements agreed) {
        return agreed.excluded(ITEMS)
                .stream()
                .map(it -> it.item().documentId() + "/" + it.item().instalment() + " " + it.reason() + " "
                        + it.amount().amount())
                .toList();
    }

    private static AccountAgreements agreed(String asAt, List<Dispute> disputes, CustomerAccountEvent... facts) {
        var standing = AgreementStanding.NONE;
        for (var fact : facts) {
            standing = standing.after(fact);
        }
        return new AccountAgreements(day(asAt), disputes, standing);
    }

    private static OpenItem item(String invoice, int instalment, String due, String amount) {
        return new OpenItem(new OpenItem.Key(ACCOUNT, Kind.INVOICE, invoice, instalment),
                new OpenItem.Dates(day("01-01"), day(due)), eur(amount));
    }

    private static Dispute dispute(String amount, int instalment, String from, @Nullable String resolved) {
        return new Dispute(new DisputeId("D1"), ENTITY, ACCOUNT, INVOICE, instalment, eur(amount).minorUnits(),
                day(from),
                resolved == null ? null : day(resolved));
    }

    private static PromiseMade promise(String id, String amount, List<InvoiceId> invoices) {
        return new PromiseMade(ACCOUNT, ENTITY, new PromiseId(id), eur(amount), day("03-15"), 3, invoices, null, null,
                null, day("03-01"));
    }

    private static PromiseJudged judged(String id, PromiseOutcome outcome, String cash, String date) {
        return new PromiseJudged(ACCOUNT, ENTITY, new PromiseId(id), outcome, eur(cash), List.of(), day(date));
    }

    private static PaymentPlanProposed proposed() {
        return new PaymentPlanProposed(ACCOUNT, ENTITY, new PaymentPlanId("PL1"),
                List.of(new PlanItem(INVOICE, 2, day("02-28"), eur("150.00"))),
                List.of(new PlanRate(day("05-01"), eur("150.00"))), REASON, day("03-01"));
    }

    private static PaymentPlanAccepted accepted() {
        return new PaymentPlanAccepted(ACCOUNT, ENTITY, new PaymentPlanId("PL1"), "signed",
                new PlanRules(0, eur("0.00"), BreachEffect.REMINDER, 8, null), day("03-05"));
    }

    private static PaymentPlanBreached breached() {
        return new PaymentPlanBreached(ACCOUNT, ENTITY, new PaymentPlanId("PL1"), 1, day("05-01"), eur("150.00"),
                day("05-02"));
    }
}
