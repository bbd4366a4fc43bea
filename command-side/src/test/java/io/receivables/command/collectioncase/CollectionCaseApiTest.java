package io.receivables.command.collectioncase;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectionCaseApiTest {

    private final Book book = Book.open();
    private final Api ann = Api.as("ann", Role.COLLECTOR);
    private final Api bob = Api.as("bob", Role.COLLECTOR);
    private final String path = "/v1/customer-accounts/" + book.account + "/collection-case";

    @Test
    void anUnknownAccountHasNoCase() {
        ann.post("/v1/customer-accounts/nobody/collection-case/assignment", "{}").expect(404, "ACCOUNT_NOT_FOUND");
    }

    @Test
    void theFirstThingThatIsSaidBeginsTheCase() {
        ann.post(path + "/release", "{}").expect(409, "CASE_HAS_NO_OWNER");
        ann.post(path + "/next-action/done", "{}").expect(409, "NO_NEXT_ACTION");
        var taken = ann.post(path + "/assignment", "{}").expect(200);
        assertThat(taken.at("/owner")).isEqualTo("ann");
        assertThat(taken.at("/accountId")).isEqualTo(book.account);
        assertThat(taken.at("/version")).isEqualTo("1");
    }

    @Test
    void takingRefusesAndAssigningHandsOver() {
        ann.post(path + "/assignment", "{}").expect(200);
        bob.post(path + "/assignment", "{}").expect(409, "CASE_HAS_OWNER");
        bob.post(path + "/assignment", "{'owner':'bob'}").expect(200);
        ann.post(path + "/release", "{}").expect(200);
    }

    @Test
    void aSeenVersionIsChecked() {
        ann.send("POST", path + "/assignment", "k1-" + book.account, "{}", Map.of("If-Match", "\"3\""))
                .expect(412, "VERSION_MOVED");
        ann.send("POST", path + "/assignment", "k2-" + book.account, "{}", Map.of("If-Match", "\"0\"")).expect(200);
        ann.send("POST", path + "/release", "k3-" + book.account, "{}", Map.of("If-Match", "\"2\""))
                .expect(412, "VERSION_MOVED");
        ann.send("POST", path + "/release", "k4-" + book.account, "{}", Map.of("If-Match", "\"1\"")).expect(200);
    }

    @Test
    void aDayThatHasPassedIsPointedOut() {
        var snooze = ann.post(path + "/snooze", "{'until':'2020-01-01','reason':'waits'}").expect(422, "DATE_PASSED");
        assertThat(snooze.at("/errors/0/pointer")).isEqualTo("/until");
        var plan = ann.post(path + "/next-action", "{'what':'call','dueDate':'2020-01-01'}")
                .expect(422,
                        "DATE_PASSED");
        assertThat(plan.at("/errors/0/pointer")).isEqualTo("/dueDate");
    }

    @Test
    void itRestsWakesAndHasANextAction() {
        var rests = ann.post(path + "/snooze", "{'until':'2199-01-01','reason':'waits'}").expect(200);
        assertThat(rests.body().at("/snooze/wakesOnNews").asBoolean()).isTrue();
        ann.post(path + "/next-action", "{'what':'call','dueDate':'2199-01-01'}").expect(200);
        assertThat(ann.post(path + "/wake", "{}").expect(200).body().has("snooze")).isFalse();
        ann.post(path + "/wake", "{}").expect(409, "CASE_NOT_SNOOZED");
        assertThat(ann.post(path + "/next-action/done", "{'outcome':'paid'}").expect(200).body().has("nextAction"))
                .isFalse();
    }

    @Test
    void anUnidentifiedPaymentIsWorkedOnUntilItIsIdentified() {
        var api = Api.as("carl", Role.CASH_APPLIER);
        var payment = Book.id("P");
        Api.as(Role.CONTROLLER)
                .post("/v1/payments",
                        """
                                {'paymentId':'%s','legalEntity':'%s','amount':%s,'receivedDate':'2026-01-20','method':'BANK_TRANSFER'}"""
                                .formatted(payment, book.entity, Book.eur("10.00")))
                .expect(201);
        var work = "/v1/payments/" + payment + "/collection-case";
        var taken = api.post(work + "/assignment", "{}").expect(200);
        assertThat(taken.at("/paymentId")).isEqualTo(payment);
        assertThat(taken.body().has("accountId")).isFalse();
        api.post("/v1/payments/" + payment + "/identification",
                "{'accountId':'%s','effectiveDate':'2026-01-21'}".formatted(book.account)).expect(200);
        api.post(work + "/release", "{}").expect(409, "PAYMENT_ALREADY_IDENTIFIED");
        api.post("/v1/payments/none/collection-case/assignment", "{}").expect(404, "PAYMENT_NOT_FOUND");
    }

    @Test
    void whatOthersMayNotSeeIsNotFound() {
        var stranger = Api.of(TestIdentity.token("eve",
                List.of(Role.COLLECTOR), List.of("ELSEWHERE")));
        ann.post(path + "/assignment", "{}").expect(200);
        stranger.post(path + "/release", "{}").expect(404, "ACCOUNT_NOT_FOUND");
    }
}
