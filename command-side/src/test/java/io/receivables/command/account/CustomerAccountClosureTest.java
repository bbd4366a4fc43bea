package io.receivables.command.account;

import static io.receivables.command.testing.Fixtures.ACCOUNT;
import static io.receivables.command.testing.Fixtures.CONTROLLER;
import static io.receivables.command.testing.Fixtures.ENTITY;
import static io.receivables.command.testing.Fixtures.REASON;
import static io.receivables.command.testing.Fixtures.day;
import static io.receivables.command.testing.Fixtures.eur;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.testing.StreamFixture;
import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.CreditGroupLeft;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An account that is closed, opened again, and moved between credit groups. */
class CustomerAccountClosureTest {

    private static final LocalDate TODAY = day("03-10");
    private static final CustomerAccountOpened OPENED = new CustomerAccountOpened(ACCOUNT, ENTITY, new CustomerId("C1"),
            Currency.getInstance("EUR"), ReceivableClass.TRADE, PaymentTerms.net(30), day("01-01"));
    private static final AccountClosed CLOSED = new AccountClosed(ACCOUNT, ENTITY, REASON, CONTROLLER, day("03-01"));
    private static final AccountReopened REOPENED = new AccountReopened(ACCOUNT, ENTITY, REASON, CONTROLLER,
            day("03-05"));
    private static final CreditGroupId G1 = new CreditGroupId("G1");
    private static final CreditGroupId G2 = new CreditGroupId("G2");

    private final StreamFixture<CustomerAccount> account = StreamFixture.of(CustomerAccount.class, "account/C1");

    @Test
    void itIsNotClosedBeforeItWasOpenedOrReopened() {
        account.given(OPENED)
                .when(it -> it.close(REASON, CONTROLLER, LocalDate.parse("2025-12-31")))
                .refused(ProblemCode.BEFORE_ACCOUNT_OPENED, "2025-12-31", "2026-01-01");
        account.given(OPENED, CLOSED, REOPENED)
                .when(it -> it.close(REASON, CONTROLLER, day("03-04")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-04", "2026-03-05");
    }

    @Test
    void itIsClosedOnce() {
        account.given(OPENED).when(it -> it.close(REASON, CONTROLLER, day("03-01"))).then(CLOSED);
        account.given(OPENED, CLOSED)
                .when(it -> it.close(REASON, CONTROLLER, day("03-02")))
                .refused(ProblemCode.ACCOUNT_CLOSED, "2026-03-01");
        account.given(OPENED, CLOSED, REOPENED)
                .when(it -> it.close(REASON, CONTROLLER, day("03-05")))
                .then(new AccountClosed(ACCOUNT, ENTITY, REASON, CONTROLLER, day("03-05")));
    }

    @Test
    void onlyAClosedOneIsReopened() {
        account.given(OPENED)
                .when(it -> it.reopen(REASON, CONTROLLER, day("03-05")))
                .refused(ProblemCode.ACCOUNT_NOT_CLOSED);
        account.given(OPENED, CLOSED, REOPENED)
                .when(it -> it.reopen(REASON, CONTROLLER, day("03-05")))
                .refused(ProblemCode.ACCOUNT_NOT_CLOSED);
        account.given(OPENED, CLOSED)
                .when(it -> it.reopen(REASON, CONTROLLER, day("02-28")))
                .refused(ProblemCode.NOT_AVAILABLE_AT_DATE, "2026-03-01");
        account.given(OPENED, CLOSED).when(it -> it.reopen(REASON, CONTROLLER, day("03-05"))).then(REOPENED);
    }

    @Test
    void nothingNewIsAgreedOnAClosedOne() {
        List.<Consumer<CustomerAccount>>of(it -> it.changeTerms(PaymentTerms.net(10), day("03-02")),
                it -> it.setCreditLimit(new CreditLimitClaim(new CreditLimitId("L1"),
                        new CreditLimit(eur("1.00"), day("03-02"), null), REASON, CONTROLLER, TODAY), null, TODAY),
                it -> it.approveCreditLimit(new CreditLimitId("L1"), CONTROLLER, TODAY),
                it -> it.hold(new CreditHoldId("H1"), REASON, CONTROLLER, day("03-02")),
                it -> it.reportExposure(new ReportedExposure(eur("1.00"), null, null, null), day("03-02")),
                it -> it.requestOverride(new CreditOverrideClaim(new CreditOverrideId("O1"), eur("1.00"), TODAY, REASON,
                        CONTROLLER), new ApprovalLimit(eur("0.00"), null), TODAY),
                it -> it.approveOverride(new CreditOverrideId("O1"), CONTROLLER, TODAY),
                it -> it.changeCreditGroup(G1, REASON, TODAY))
                .forEach(decision -> account.given(OPENED, CLOSED)
                        .when(decision)
                        .refused(ProblemCode.ACCOUNT_CLOSED, "2026-03-01"));
    }

    @Test
    void anAccountIsInOneGroupAtMost() {
        account.given(OPENED)
                .when(it -> it.changeCreditGroup(null, REASON, TODAY))
                .refused(ProblemCode.NOT_IN_CREDIT_GROUP);
        account.given(OPENED).when(it -> it.changeCreditGroup(G1, REASON, TODAY)).then(joined(G1));
        account.given(OPENED, joined(G1))
                .when(it -> it.changeCreditGroup(G1, REASON, TODAY))
                .refused(ProblemCode.ALREADY_IN_CREDIT_GROUP, "G1");
        account.given(OPENED, joined(G1)).when(it -> it.changeCreditGroup(G2, REASON, TODAY)).then(joined(G2));
        account.given(OPENED, joined(G1), joined(G2))
                .when(it -> it.changeCreditGroup(null, REASON, TODAY))
                .then(new CreditGroupLeft(ACCOUNT, ENTITY, G2, REASON, TODAY));
    }

    private static CreditGroupJoined joined(CreditGroupId group) {
        return new CreditGroupJoined(ACCOUNT, ENTITY, group, REASON, TODAY);
    }
}
