package io.receivables.command.agreement;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.agreement.PromiseStanding;
import io.receivables.platform.agreement.PromiseStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises made 2026-03-01 and due 2026-03-15, with three days of grace unless a test says otherwise. */
class PromiseJudgementsTest {

    @Test
    void nothingIsSaidWhileItIsOpenAndNothingCame() {
        assertThat(judge(promise("PR1", "500.00", "03-15"), "03-18")).isEmpty();
    }

    @Test
    void itIsBrokenOnTheDayAfterTheGraceHoweverLateThatIsFound() {
        assertThat(judge(promise("PR1", "500.00", "03-15"), "03-19"))
                .containsExactly("PR1 BROKEN 0.00 2026-03-19");
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30"))
                .containsExactly("PR1 BROKEN 0.00 2026-03-19");
    }

    /** Peers judge a promise by the day on which the money was allocated; what counts is the day on which it came. */
    @Test
    void theDayTheMoneyCameCounts() {
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "500.00", "03-18")))
                .containsExactly("PR1 KEPT 500.00 2026-03-18");
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "500.00", "03-19")))
                .containsExactly("PR1 BROKEN 0.00 2026-03-19");
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "500.00", "03-01")))
                .containsExactly("PR1 BROKEN 0.00 2026-03-19");
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "500.00", "03-02")))
                .containsExactly("PR1 KEPT 500.00 2026-03-02");
    }

    @Test
    void aPartIsTold() {
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "499.99", "03-10")))
                .containsExactly("PR1 OPEN 499.99 2026-03-10", "PR1 PARTLY_KEPT 499.99 2026-03-19");
    }

    @Test
    void severalPaymentsKeepItTogetherAndNoMoreThanItIsCounted() {
        assertThat(judge(promise("PR1", "500.00", "03-15"), "04-30", came("P1", "300.00", "03-10"),
                came("P2", "300.00", "03-12")))
                .containsExactly("PR1 OPEN 300.00 2026-03-10", "PR1 KEPT 500.00 2026-03-12");
    }

    @Test
    void aEuroCountsForOnePromiseOnlyThatWithTheEarliestDay() {
        var both = List.of(promise("PR2", "500.00", "03-20"), promise("PR1", "500.00", "03-15"));
        assertThat(judge(both, "04-30", came("P1", "700.00", "03-10")))
                .containsExactly("PR1 KEPT 500.00 2026-03-10", "PR2 OPEN 200.00 2026-03-10",
                        "PR2 PARTLY_KEPT 200.00 2026-03-24");
    }

    @Test
    void aPaymentThatIsReversedCountsNoMoreFromThatDayOn() {
        var promise = promise("PR1", "500.00", "03-15");
        assertThat(judge(promise, "04-30", came("P1", "500.00", "03-10"), went("P1", "500.00", "03-10", "04-02")))
                .containsExactly("PR1 KEPT 500.00 2026-03-10", "PR1 BROKEN 0.00 2026-04-02");
        assertThat(judge(promise, "04-30", came("P1", "500.00", "03-10"), went("P1", "500.00", "03-10", "03-12")))
                .containsExactly("PR1 KEPT 500.00 2026-03-10", "PR1 OPEN 0.00 2026-03-12",
                        "PR1 BROKEN 0.00 2026-03-19");
    }

    /** As known before, it stays broken; as known now, it was kept on the day the money came. */
    @Test
    void moneyThatIsRecordedLateTurnsABrokenPromiseIntoAKeptOne() {
        var broken = after(promise("PR1", "500.00", "03-15"), "03-20");
        var facts = judgements(List.of(broken), "03-25", came("P1", "500.00", "03-14"));
        assertThat(told(facts)).containsExactly("PR1 KEPT 500.00 2026-03-14");
        var kept = with(broken, facts);
        assertThat(broken.statusAt(day("03-22"))).isEqualTo(PromiseStatus.BROKEN);
        assertThat(kept.statusAt(day("03-22"))).isEqualTo(PromiseStatus.KEPT);
        assertThat(kept.statusAt(day("03-13"))).isEqualTo(PromiseStatus.OPEN);
        assertThat(judgements(List.of(kept), "04-30", came("P1", "500.00", "03-14"))).isEmpty();
    }

    /** The day on which it would have been kept is told although it is broken before and after. */
    @Test
    void everyDayIsToldAsItWas() {
        var broken = after(promise("PR1", "500.00", "03-15"), "03-30");
        var facts = judgements(List.of(broken), "03-30", came("P1", "500.00", "03-14"),
                went("P1", "500.00", "03-14", "03-25"));
        assertThat(told(facts)).containsExactly("PR1 KEPT 500.00 2026-03-14", "PR1 BROKEN 0.00 2026-03-25");
        assertThat(with(broken, facts).statusAt(day("03-20"))).isEqualTo(PromiseStatus.KEPT);
        assertThat(with(broken, facts).statusAt(day("03-30"))).isEqualTo(PromiseStatus.BROKEN);
    }

    @Test
    void twiceIsOnce() {
        var promise = promise("PR1", "500.00", "03-15");
        var payments = new CashChange[]{came("P1", "200.00", "03-05"), came("P2", "400.00", "03-18"),
                went("P2", "400.00", "03-18", "04-01")};
        for (var until : List.of("03-04", "03-05", "03-18", "03-19", "04-01", "04-30")) {
            promise = with(promise, judgements(List.of(promise), until, payments));
            assertThat(judgements(List.of(promise), until, payments)).isEmpty();
        }
        assertThat(promise.statusAt(day("03-17"))).isEqualTo(PromiseStatus.OPEN);
        assertThat(promise.statusAt(day("03-31"))).isEqualTo(PromiseStatus.KEPT);
        assertThat(promise.statusAt(day("04-30"))).isEqualTo(PromiseStatus.PARTLY_KEPT);
    }

    private static List<String> judge(PromiseStanding promise, String today, CashChange... cash) {
        return judge(List.of(promise), today, cash);
    }

    private static List<String> judge(List<PromiseStanding> promises, String today, CashChange... cash) {
        return told(judgements(promises, today, cash));
    }

    private static List<PromiseJudged> judgements(List<PromiseStanding> promises, String today, CashChange... cash) {
        return new PromiseJudgements(promises, List.of(cash)).upTo(day(today));
    }

    private static List<String> told(List<PromiseJudged> facts) {
        return facts.stream()
                .map(it -> it.promiseId() + " " + it.outcome() + " " + it.cash().amount() + " " + it.effectiveDate())
                .toList();
    }

    private static PromiseStanding after(PromiseStanding promise, String today) {
        return with(promise, judgements(List.of(promise), today));
    }

    private static PromiseStanding with(PromiseStanding promise, List<PromiseJudged> facts) {
        var all = new ArrayList<>(promise.judgements());
        all.addAll(facts);
        return new PromiseStanding(promise.made(), null, List.copyOf(all));
    }

    private static PromiseStanding promise(String id, String amount, String date) {
        return new PromiseStanding(new PromiseMade(ACCOUNT, ENTITY, new PromiseId(id), eur(amount), day(date), 3,
                List.of(), null, null, null, day("03-01")), null, List.of());
    }

    private static CashChange came(String id, String amount, String date) {
        return new CashChange(ACCOUNT, new PaymentId(id), day(date), day(date), eur(amount).minorUnits());
    }

    private static CashChange went(String id, String amount, String came, String date) {
        return new CashChange(ACCOUNT, new PaymentId(id), day(came), day(date), -eur(amount).minorUnits());
    }
}
