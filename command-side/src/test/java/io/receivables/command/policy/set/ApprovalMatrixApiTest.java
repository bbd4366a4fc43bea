package io.receivables.command.policy.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who must agree to what, as the policy of an entity says. */
class ApprovalMatrixApiTest {

    private final Book book = Book.open();
    private final Api clerk = Api.as("clara", Role.CREDIT_MANAGER, Role.CASH_APPLIER);
    private final Api manager = Api.as("maria", Role.CREDIT_MANAGER);
    private final Api controller = Api.as("conrad", Role.CONTROLLER);
    private final Api otherController = Api.as("carla", Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'upTo':10}|/0/upTo", "{'role':'clerk'}|/0/role",
            "{'approvers':3}|/0/approvers",
            "{'upTo':20},{'upTo':20},{}|/1/upTo", "{},{}|/0/upTo", "{'upTo':0},{}|/0/upTo"})
    void aMatrixThatLeavesSomethingOpenIsRefused(String steps, String pointer) {
        var answer = policy(",'steps':[" + withMoney(steps) + "]", "").expect(422, "VALUE_INVALID");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/approvals/steps" + pointer);
    }

    @Test
    void theRulesOfWriteOffsAreChecked() {
        policy("", ",'writeOffs':{'unclaimedCreditYears':0}").expect(422, "VALUE_INVALID");
        policy("", ",'writeOffs':{'reliefMention':'nothing'}").expect(422, "VALUE_INVALID");
        policy("", ",'writeOffs':{'smallCredit':{'amount':'1.00','currency':'USD'}}").expect(422, "CURRENCY_MISMATCH");
    }

    @Test
    void eachAmountNeedsWhomItsStepNames() {
        matrix();
        var small = writeOff("50.00");
        assertThat(small.at("/approval/role")).isEqualTo("credit-manager");
        approve(clerk, "write-offs", small.at("/writeOffId")).expect(403, "APPROVER_IS_REQUESTER");
        assertThat(approve(manager, "write-offs", small.at("/writeOffId")).expect(200).at("/status"))
                .isEqualTo("APPROVED");
        var large = writeOff("50.01");
        var id = large.at("/writeOffId");
        var refused = approve(manager, "write-offs", id).expect(403, "APPROVER_LACKS_AUTHORITY");
        assertThat(refused.at("/detail")).contains("50.01 EUR", "controller", "maria");
        assertThat(approve(controller, "write-offs", id).expect(200).at("/status")).isEqualTo("PENDING");
        approve(controller, "write-offs", id).expect(403, "APPROVER_HAS_APPROVED");
        var done = approve(otherController, "write-offs", id).expect(200);
        assertThat(done.at("/status")).isEqualTo("APPROVED");
        assertThat(done.body().at("/approval/approvedBy").toString()).isEqualTo("[\"conrad\",\"carla\"]");
    }

    @Test
    void refundsAndCreditWriteOffsGoTheSameWay() {
        matrix();
        for (var kind : List.of("refunds", "credit-write-offs")) {
            var asked = clerk.post("/v1/payments/" + book.payment("100.00") + "/" + kind,
                    "{'amount':%s,'reason':'asked','effectiveDate':'2026-02-01'}".formatted(Book.eur("60.00")))
                    .expect(201);
            var id = asked.at(kind.equals("refunds") ? "/refundId" : "/creditWriteOffId");
            approve(manager, kind, id).expect(403, "APPROVER_LACKS_AUTHORITY");
            assertThat(approve(controller, kind, id).expect(200).at("/status")).isEqualTo("PENDING");
            assertThat(approve(otherController, kind, id).expect(200).at("/status")).isEqualTo("APPROVED");
        }
        OpenItemsOfHistory.expectKept();
    }

    @Test
    void withoutAMatrixOneControllerAgreesAndNobodyElse() {
        var id = writeOff("60.00").at("/writeOffId");
        approve(manager, "write-offs", id).expect(403, "APPROVER_LACKS_AUTHORITY");
        approve(controller, "write-offs", id).expect(200);
    }

    @Test
    void ofTwoWhoApproveAtOnceBothCountAndTheAmountFallsOnce() {
        matrix();
        var id = writeOff("60.00").at("/writeOffId");
        var answers = Stream.of(controller, otherController)
                .parallel()
                .map(who -> approve(who, "write-offs", id).expect(200).at("/status"))
                .toList();
        assertThat(answers).containsExactlyInAnyOrder("PENDING", "APPROVED");
        approve(Api.as("third", Role.CONTROLLER), "write-offs", id).expect(409, "WRITE_OFF_NOT_PENDING");
    }

    @Test
    void ofManyWhoApproveAtOnceOneDoes() {
        var id = writeOff("60.00").at("/writeOffId");
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> approve(Api.as("boss" + i, Role.CONTROLLER), "write-offs", id).status())
                .toList();
        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void smallPartsOfACreditThatWereTransferredAreNotSmallCredits() {
        policy(",'creditWriteOffLimit':" + Book.eur("100.00"), """
                ,'writeOffs':{'unclaimedCreditYears':5,'smallCredit':%s,'source':'C. com. L110-4'}"""
                .formatted(Book.eur("2.00"))).expect(201);
        var sister = Book.openAccount(book.entity, Book.id("SISTER"), "EUR");
        var given = Api.as(Role.CONTROLLER)
                .post("/v1/payments/" + book.payment("100.00") + "/transfers", """
                        {'accountId':'%s','amount':%s,'reason':'same group','effectiveDate':'2026-02-01'}"""
                        .formatted(sister, Book.eur("2.00")))
                .expect(201)
                .at("/transferId");
        creditWriteOff(given, "2.00").expect(422, "CREDIT_NOT_LAPSED");
    }

    @Test
    void unclaimedCreditWaitsForItsLimitation() {
        policy(",'creditWriteOffLimit':" + Book.eur("100.00"), """
                ,'writeOffs':{'unclaimedCreditYears':5,'smallCredit':%s,'source':'C. com. L110-4'}"""
                .formatted(Book.eur("2.00"))).expect(201);
        var payment = book.payment("100.00");
        var refused = creditWriteOff(payment, "2.01").expect(422, "CREDIT_NOT_LAPSED");
        assertThat(refused.at("/detail")).contains("2031-01-20", "2.00 EUR", "2.01 EUR");
        var small = creditWriteOff(payment, "2.00").expect(201);
        assertThat(small.at("/status")).isEqualTo("APPROVED");
        assertThat(small.at("/lapsesOn")).isEqualTo("2031-01-20");
        var id = small.at("/creditWriteOffId");
        assertThat(small.headers().firstValue("Location")).contains("/v1/credit-write-offs/" + id);
        clerk.post("/v1/credit-write-offs/" + id + "/reversal",
                "{'reason':'claimed','effectiveDate':'2026-03-01'}").expect(200);
        clerk.post("/v1/credit-write-offs/" + id + "/reversal",
                "{'reason':'claimed','effectiveDate':'2026-03-01'}").expect(409, "CREDIT_WRITE_OFF_NOT_APPROVED");
        manager.post("/v1/credit-write-offs/none/approval", "{}").expect(404, "CREDIT_WRITE_OFF_NOT_FOUND");
    }

    private Api.Answer creditWriteOff(String payment, String amount) {
        return clerk.post("/v1/payments/" + payment + "/credit-write-offs",
                "{'amount':%s,'reason':'small','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount)));
    }

    private Api.Answer writeOff(String amount) {
        return clerk.post("/v1/invoices/" + book.invoice("100.00") + "/write-offs",
                "{'amount':%s,'reason':'gone','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount))).expect(201);
    }

    private static Api.Answer approve(Api who, String kind, String id) {
        return who.post("/v1/" + kind + "/" + id + "/approval", "{}");
    }

    /** Up to 10.00 alone, up to 50.00 a credit manager, above two controllers. */
    private void matrix() {
        policy(",'steps':[" + withMoney("{'upTo':50,'role':'credit-manager'},{'role':'controller','approvers':2}")
                + "]",
                "").expect(201);
    }

    private static String withMoney(String steps) {
        return steps.replaceAll("'upTo':([0-9]+)", "'upTo':{'amount':'$1.00','currency':'EUR'}");
    }

    private Api.Answer policy(String approvals, String sections) {
        return controller.put("/v1/credit-policies/" + book.entity, """
                {'validFrom':'2026-01-01','approvals':{'writeOffLimit':%1$s,'refundLimit':%1$s%2$s}%3$s}"""
                .formatted(Book.eur("10.00"), approvals, sections));
    }
}
