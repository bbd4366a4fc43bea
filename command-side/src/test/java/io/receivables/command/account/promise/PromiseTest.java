package io.receivables.command.account.promise;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.INVOICE;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.account.PromiseClaim;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account decides about promises: 500.00, made 2026-03-01, due 2026-03-15, with three days of grace. */
class PromiseTest {

    private static final PromiseId ID = new PromiseId("PR1");
    private static final CustomerAccountOpened OPENED = new CustomerAccountOpened(ACCOUNT, ENTITY, new CustomerId("C1"),
            Currency.getInstance("EUR"), ReceivableClass.TRADE, PaymentTerms.net(30), day("01-01"));

    private final StreamFixture<CustomerAccount> account = StreamFixture.of(CustomerAccount.class, "account/C1");

    @Test
    void nothingAnotherCurrencyAndWrongDatesAreRefused() {
        account.given(OPENED)
                .when(it -> it.promise(claim(ID, eur("0.00"), "03-15", null), 3, 2))
                .refused(ProblemCode.AMOUNT_NOT_POSITIVE);
        account.given(OPENED)
                .when(it -> it.promise(claim(ID, Money.of("5.00", "USD"), "03-15", null), 3, 2))
                .refused(ProblemCode.CURRENCY_MISMATCH);
        account.given(OPENED)
                .when(it -> it.promise(claim(ID, eur("5.00"), "03-01", null), 3, 2))
                .refused(ProblemCode.VALUE_INVALID, "2026-03-01");
        account.given(OPENED)
                .when(it -> it.promise(new PromiseClaim(ID, eur("5.00"), day("03-15"), List.of(), null, null,
                        day("01-01").minusDays(1)), 3, 2))
                .refused(ProblemCode.BEFORE_ACCOUNT_OPENED);
        account.given(OPENED, made(ID, null))
                .when(it -> it.promise(claim(ID, eur("5.00"), "03-15", null), 3, 2))
                .refused(ProblemCode.PROMISE_ALREADY_EXISTS, "PR1");
    }

    @Test
    void aPromiseKeepsTheRulesOfItsDay() {
        account.given(OPENED)
                .when(it -> it.promise(claim(ID, eur("500.00"), "03-15", null), 3, 2))
                .then(made(ID, null));
    }

    @Test
    void aPromiseThatReplacesAnotherWithdrawsIt() {
        var second = new PromiseId("PR2");
        account.given(OPENED)
                .when(it -> it.promise(claim(second, eur("500.00"), "03-15", ID), 3, 2))
                .refused(ProblemCode.PROMISE_NOT_FOUND, "PR1");
        account.given(OPENED, made(ID, null))
                .when(it -> it.promise(claim(second, eur("500.00"), "03-15", ID), 3, 2))
                .then(new PromiseWithdrawn(ACCOUNT, ENTITY, ID, "replaced by promise PR2", second, day("03-01")),
                        made(second, ID));
    }

    @Test
    void onlyAnOpenPromiseIsWithdrawn() {
        account.given(OPENED)
                .when(it -> it.withdrawPromise(ID, REASON, day("03-10")))
                .refused(ProblemCode.PROMISE_NOT_FOUND, "PR1");
        account.given(OPENED, made(ID, null))
                .when(it -> it.withdrawPromise(ID, REASON, day("02-28")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-01");
        account.given(OPENED, made(ID, null), withdrawn("03-05"))
                .when(it -> it.withdrawPromise(ID, REASON, day("03-10")))
                .refused(ProblemCode.PROMISE_NOT_OPEN, "withdrawn at 2026-03-05");
        account.given(OPENED, made(ID, null), judged(PromiseOutcome.KEPT, "500.00", "03-10"))
                .when(it -> it.withdrawPromise(ID, REASON, day("03-12")))
                .refused(ProblemCode.PROMISE_NOT_OPEN, "500.00 EUR", "KEPT");
        account.given(OPENED, made(ID, null), judged(PromiseOutcome.PARTLY_KEPT, "20.00", "03-19"))
                .when(it -> it.withdrawPromise(ID, REASON, day("03-20")))
                .refused(ProblemCode.PROMISE_NOT_OPEN, "20.00 EUR", "PARTLY_KEPT");
        account.given(OPENED, made(ID, null))
                .when(it -> it.withdrawPromise(ID, REASON, day("03-19")))
                .refused(ProblemCode.PROMISE_NOT_OPEN, "ran out at 2026-03-18");
        account.given(OPENED, made(ID, null))
                .when(it -> it.withdrawPromise(ID, REASON, day("03-18")))
                .then(withdrawn("03-18"));
    }

    private static PromiseClaim claim(PromiseId id, Money amount, String date, @Nullable PromiseId replaces) {
        return new PromiseClaim(id, amount, day(date), List.of(INVOICE), "call-1", replaces, day("03-01"));
    }

    private static PromiseMade made(PromiseId id, @Nullable PromiseId replaces) {
        return new PromiseMade(ACCOUNT, ENTITY, id, eur("500.00"), day("03-15"), 3, List.of(INVOICE), "call-1",
                replaces, 2, day("03-01"));
    }

    private static PromiseWithdrawn withdrawn(String date) {
        return new PromiseWithdrawn(ACCOUNT, ENTITY, ID, REASON, null, day(date));
    }

    private static PromiseJudged judged(PromiseOutcome outcome, String cash, String date) {
        return new PromiseJudged(ACCOUNT, ENTITY, ID, outcome, eur(cash), List.of(), day(date));
    }
}
