package io.receivables.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits, holds, reports and permissions through the API. */
class CreditApiTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private final Book book = Book.open();
    private final Api asker = Api.as("asker", Role.CREDIT_MANAGER, Role.CLERK, Role.CONTROLLER);
    private final Api approver = Api.as("approver", Role.CONTROLLER);
    private final String account = "/v1/customer-accounts/" + book.account;

    @Test
    void aLimitIsAnAmountOrSaidToBeNone() {
        refused(asker.put(account + "/credit-limit", "{'reason':'x'}"), "REQUIRED", "/limit");
        refused(asker.put(account + "/credit-limit", "{'limit':%s,'unlimited':true,'reason':'x'}".formatted(
                Book.eur("1.00"))), "VALUE_INVALID", "/unlimited");
        refused(asker.put(account + "/credit-limit",
                "{'limit':{'amount':'1.00','currency':'USD'},'reason':'x'}"), "CURRENCY_MISMATCH", "/limit");
        refused(asker.put(account + "/credit-limit",
                "{'limit':%s,'validFrom':'2026-06-02','validTo':'2026-06-01','reason':'x'}".formatted(
                        Book.eur("1.00"))),
                "VALUE_INVALID", "/validTo");
        asker.put(account + "/credit-limit", "{'limit':%s}".formatted(Book.eur("1.00"))).expect(400, "REQUIRED");
        asker.put("/v1/customer-accounts/nobody/credit-limit", "{'unlimited':true,'reason':'x'}")
                .expect(404, "ACCOUNT_NOT_FOUND");
        Api.as(Role.CLERK).put(account + "/credit-limit", "{'unlimited':true,'reason':'x'}").expect(403, "FORBIDDEN");
    }

    @Test
    void aLimitHoldsFromTodayOrWithinItsDates() {
        var set = asker.put(account + "/credit-limit", "{'limit':%s,'reason':'x'}".formatted(Book.eur("100.00")))
                .expect(200);
        assertThat(set.at("/status")).isEqualTo("APPROVED");
        assertThat(set.at("/validFrom")).isEqualTo(TODAY.toString());
        assertThat(set.at("/version")).isEqualTo("2");
        asker.put(account + "/credit-limit", "{'limit':%s,'validFrom':'%s','validTo':'%s','reason':'x'}".formatted(
                Book.eur("500.00"), TODAY, TODAY)).expect(200);
        issue("500.00").expect(201);
        asker.put(account + "/credit-limit", "{'limit':%s,'validFrom':'2026-01-01','validTo':'%s','reason':'x'}"
                .formatted(Book.eur("9000.00"), TODAY.minusDays(1))).expect(200);
        issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED");
        asker.put(account + "/credit-limit", "{'unlimited':true,'reason':'x'}").expect(200);
        issue("9000.00").expect(201);
    }

    @Test
    void aHighLimitWaitsForSomebodyElse() {
        approvalAbove("1000.00");
        var asked = asker.put(account + "/credit-limit", "{'limit':%s,'reason':'x'}".formatted(Book.eur("1000.01")))
                .expect(200);
        assertThat(asked.at("/status")).isEqualTo("PENDING");
        var path = "/v1/credit-limits/" + asked.at("/creditLimitId");
        issue("5000.00").expect(201);
        asker.post(path + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        var approved = approver.post(path + "/approval", "{'reason':'audited'}").expect(200);
        assertThat(approved.at("/approvedBy")).isEqualTo("approver");
        issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED");
        approver.post(path + "/rejection", "{}").expect(409, "CREDIT_LIMIT_NOT_PENDING");
        approver.post("/v1/credit-limits/nothing/approval", "{}").expect(404, "CREDIT_LIMIT_NOT_FOUND");
    }

    @Test
    void aLimitOfAFewDaysIsNotMadeLongerAlone() {
        limitOf("1000.00", TODAY, null).expect(200);
        limitOf("9000.00", TODAY, TODAY.plusDays(3)).expect(200);
        approvalAbove("500.00");
        assertThat(limitOf("9000.00", TODAY, null).expect(200).at("/status")).isEqualTo("PENDING");
        assertThat(limitOf("9000.00", TODAY.plusDays(1), TODAY.plusDays(4)).expect(200).at("/status"))
                .isEqualTo("PENDING");
        assertThat(limitOf("8000.00", TODAY, TODAY.plusDays(3)).expect(200).at("/status")).isEqualTo("APPROVED");
        assertThat(limitOf("1000.00", TODAY, null).expect(200).at("/status")).isEqualTo("APPROVED");
    }

    private Api.Answer limitOf(String limit, LocalDate from, @Nullable LocalDate to) {
        return asker.put(account + "/credit-limit", "{'limit':%s,'validFrom':'%s'%s,'reason':'x'}".formatted(
                Book.eur(limit), from, to == null ? "" : ",'validTo':'" + to + "'"));
    }

    @Test
    void aRejectedLimitChangesNothing() {
        approvalAbove("0.00");
        var asked = asker.put(account + "/credit-limit", "{'limit':%s,'reason':'x'}".formatted(Book.eur("1.00")))
                .expect(200);
        var rejected = approver.post("/v1/credit-limits/" + asked.at("/creditLimitId") + "/rejection",
                "{'reason':'no'}").expect(200);
        assertThat(rejected.at("/status")).isEqualTo("REJECTED");
        issue("5.00").expect(201);
    }

    @Test
    void aHoldStopsInvoicesUntilItIsReleased() {
        var hold = asker.post(account + "/holds", "{'reason':'fraud alert','effectiveDate':'2026-02-01'}").expect(201);
        var other = asker.post(account + "/holds", "{'reason':'address','effectiveDate':'2026-02-02'}").expect(201);
        assertThat(issue("1.00").expect(409, "ACCOUNT_ON_HOLD").at("/detail")).contains("fraud alert", "address",
                "1.00 EUR");
        release(hold.at("/holdId"), "2026-01-31").expect(422, "NOT_AVAILABLE_AT_DATE");
        release(hold.at("/holdId"), "2199-01-01").expect(422, "DATE_IN_FUTURE");
        assertThat(release(hold.at("/holdId"), "2026-02-10").expect(200).at("/releasedDate")).isEqualTo("2026-02-10");
        release(hold.at("/holdId"), "2026-02-11").expect(409, "CREDIT_HOLD_RELEASED");
        issue("1.00").expect(409, "ACCOUNT_ON_HOLD");
        release(other.at("/holdId"), "2026-02-10").expect(200);
        assertThat(issue("1.00").expect(201).body().has("creditCheck")).isFalse();
        release("nothing", "2026-02-10").expect(404, "CREDIT_HOLD_NOT_FOUND");
    }

    @Test
    void aReportNamesAtLeastOnePartInTheAccountsCurrency() {
        refused(asker.put(account + "/exposure-parts", "{'effectiveDate':'2026-02-01'}"), "REQUIRED",
                "/deliveredNotInvoiced");
        refused(asker.put(account + "/exposure-parts",
                "{'secured':{'amount':'1.00','currency':'USD'},'effectiveDate':'2026-02-01'}"), "CURRENCY_MISMATCH",
                "/secured");
        asker.put(account + "/exposure-parts", "{'openOrders':%s,'effectiveDate':'2199-01-01'}".formatted(
                Book.eur("1.00"))).expect(422, "DATE_IN_FUTURE");
        asker.put(account + "/exposure-parts", "{'openOrders':%s,'effectiveDate':'2026-02-01'}".formatted(
                Book.eur("10.00"))).expect(200);
        var second = asker.put(account + "/exposure-parts", "{'secured':%s,'effectiveDate':'2026-02-01'}".formatted(
                Book.eur("4.00"))).expect(200);
        assertThat(second.at("/openOrders/amount")).isEqualTo("10.00");
        assertThat(second.at("/secured/amount")).isEqualTo("4.00");
    }

    @Test
    void aPermissionIsRejectedOrApprovedOnce() {
        var asked = asker.post(account + "/credit-overrides", "{'amount':%s,'reason':'x','validUntil':'%s'}".formatted(
                Book.eur("10.00"), TODAY)).expect(201);
        assertThat(asked.at("/status")).isEqualTo("PENDING");
        var path = "/v1/credit-overrides/" + asked.at("/creditOverrideId");
        assertThat(asked.headers().firstValue("Location")).contains(path);
        asker.post(path + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        approver.post(path + "/rejection", "{}").expect(200);
        approver.post(path + "/approval", "{}").expect(409, "CREDIT_OVERRIDE_NOT_PENDING");
        asker.post(account + "/credit-overrides", "{'amount':%s,'reason':'x','validUntil':'%s'}".formatted(
                Book.eur("10.00"), TODAY.minusDays(1))).expect(422, "VALUE_INVALID");
    }

    @Test
    void aPolicyThatCannotBeAppliedIsRefused() {
        var controller = Api.as(Role.CONTROLLER);
        refused(controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'holdOverdueDays':-1}}"), "VALUE_INVALID",
                "/credit/holdOverdueDays");
        refused(controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'limitApproval':{'amount':'1','currency':'USD'}}}"),
                "CURRENCY_MISMATCH", "/credit/limitApproval");
        // Rules whose facts are not recorded yet are no fields: nobody shall believe that they are kept.
        controller.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'holdWhenever':3}}").expect(400, "UNKNOWN_FIELD");
    }

    private void approvalAbove(String amount) {
        Api.as(Role.CONTROLLER)
                .put("/v1/credit-policies/" + book.entity,
                        "{'validFrom':'2026-01-01','credit':{'limitApproval':%s}}".formatted(Book.eur(amount)))
                .expect(201);
    }

    private Api.Answer release(String hold, String date) {
        return asker.post(account + "/holds/" + hold + "/release",
                "{'reason':'cleared','effectiveDate':'" + date + "'}");
    }

    private Api.Answer issue(String total) {
        var id = Book.id("INV");
        return asker.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-10','total':%3$s}"""
                .formatted(id, book.account, Book.eur(total)));
    }

    private static void refused(Api.Answer answer, String code, String pointer) {
        assertThat(answer.status()).as(answer.body().toString()).isIn(400, 422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    }
}
