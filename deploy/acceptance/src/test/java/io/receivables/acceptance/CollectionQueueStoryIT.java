package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What two collectors work on, told in calls: worklists that say why somebody comes first, who works on what, what rests, what
 * comes next. {@code ~} stands for the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class CollectionQueueStoryIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private static int books;
    private Book book;
    private Api ann;
    private Api bob;

    @BeforeEach
    void threeCustomersAreLate() {
        var clara = Standalone.shared().asSubject("clara", "controller", "integration");
        ann = Standalone.shared().asSubject("ann", "collector");
        bob = Standalone.shared().asSubject("bob", "collector");
        book = Book.open(clara, "QUEUE" + ++books);
        book.account("C1");
        book.account("C2");
        book.account("C3");
        invoice("I1", "C1", TODAY.minusDays(40), "100.00");
        invoice("I2", "C1", TODAY.minusDays(5), "200.00");
        invoice("I3", "C2", TODAY.minusDays(3), "1000.00");
        invoice("I4", "C3", TODAY.minusDays(2), "50.00");
        book.payment("P1", "C3", TODAY.minusDays(2).toString(), "80.00");
        book.seen(clara.post("/v1/payments", Map.of("paymentId", book.id("P2"), "legalEntity", book.entity(), "amount",
                book.money("12.00"), "receivedDate", TODAY.toString(), "method", "BANK_TRANSFER")));
    }

    @Test
    void theMostAtRiskComesFirstAndSaysWhy() {
        var items = items("new-overdue", "");
        assertThat(items.at("/items/0/accountId").asString()).isEqualTo(book.id("C2"));
        assertThat(items.at("/items/0/valueAtRisk/amount").asString()).isEqualTo("16.00");
        var second = items.at("/items/1");
        assertThat(second.path("accountId").asString()).isEqualTo(book.id("C1"));
        assertThat(second.at("/amount/amount").asString()).isEqualTo("200.00");
        // 1.6 % of 200.00 and 3.6 % of 100.00
        assertThat(second.at("/valueAtRisk/amount").asString()).isEqualTo("6.80");
        assertThat(second.at("/reasons/0/code").asString()).isEqualTo("EXPECTED_LOSS");
        assertThat(second.at("/reasons/0/value").asString()).isEqualTo("3.20");
        assertThat(items.path("items").size()).isEqualTo(2);
    }

    @Test
    void theWorklistsAddUpToTheAgedBalance() {
        var balance = book.aged(TODAY.toString()).ok();
        var fresh = queue("new-overdue", "");
        assertThat(fresh.path("items").asInt()).isEqualTo(2);
        assertThat(fresh.at("/amounts/0/amount").asString()).isEqualTo("1200.00");
        assertThat(fresh.at("/reconciliation/0/total/amount").asString()).isEqualTo(balance.text("/totals/balance"));
        assertThat(queue("credit-balances", "").at("/amounts/0/amount").asString()).isEqualTo("30.00");
        assertThat(queue("unidentified-cash", "").at("/amounts/0/amount").asString())
                .isEqualTo(balance.text("/unidentified"))
                .isEqualTo("12.00");
    }

    @Test
    void aCollectorTakesWhatNobodyHasAndHandsItOver() {
        var path = path("/v1/customer-accounts/~C2/collection-case");
        assertThat(book.get(path).ok().version()).isZero();
        var taken = book.seen(ann.post(path + "/assignment", "{}"));
        assertThat(taken.text("/owner")).isEqualTo("ann");
        book.shows(path, taken);
        bob.post(path + "/assignment", "{}").refused(409, "CASE_HAS_OWNER");
        assertThat(items("new-overdue", "&owner=ann").path("items").size()).isEqualTo(1);
        assertThat(queue("new-overdue", "&owner=ann").at("/reconciliation/0/notInQueue").toString())
                .contains("OTHER_OWNER", "200.00");

        book.seen(ann.post(path + "/assignment", json("{'owner':'bob'}")));
        assertThat(items("new-overdue", "&owner=ann").path("items").size()).isZero();
        book.seen(bob.post(path + "/release", "{}"));
        bob.post(path + "/release", "{}").refused(409, "CASE_HAS_NO_OWNER");
    }

    @Test
    void mineIsWhatIWorkOn() {
        book.seen(ann.post(path("/v1/customer-accounts/~C1/collection-case/assignment"), "{}"));
        var mine = ann.call("GET", "/v1/collection-queues/overdue/items?mine=true&legalEntity=" + book.entity())
                .with("If-Consistent-With", String.valueOf(book.position()))
                .send()
                .ok();
        assertThat(mine.json().path("items").size()).isEqualTo(1);
        assertThat(mine.text("/items/0/owner")).isEqualTo("ann");
        assertThat(bob.get("/v1/collection-queues/overdue/items?mine=true&legalEntity=" + book.entity())
                .ok()
                .json()
                .path("items")
                .size()).isZero();
    }

    @Test
    void whatRestsComesBackOnItsDayOrWhenSomethingNewFallsOverdue() {
        var path = path("/v1/customer-accounts/~C2/collection-case");
        ann.post(path + "/snooze", json("{'until':'%s','reason':'promised'}".formatted(TODAY)))
                .refused(422, "DATE_PASSED");
        book.seen(ann.post(path + "/snooze",
                json("{'until':'%s','reason':'promised'}".formatted(TODAY.plusDays(10)))));
        assertThat(items("new-overdue", "").path("items").size()).isEqualTo(1);
        assertThat(items("new-overdue", "&includeSnoozed=true").at("/items/0/snoozedUntil").asString())
                .isEqualTo(TODAY.plusDays(10).toString());
        assertThat(queue("new-overdue", "").at("/reconciliation/0/notInQueue").toString()).contains("SNOOZED");
        assertThat(items("overdue", "&asAt=" + TODAY.plusDays(9)).path("items").size()).isEqualTo(1);
        assertThat(items("overdue", "&asAt=" + TODAY.plusDays(10)).path("items").size()).isEqualTo(2);

        invoice("I6", "C2", TODAY, "1.00"); // is late from tomorrow on
        assertThat(items("overdue", "&asAt=" + TODAY.plusDays(1)).path("items").size()).isEqualTo(2);

        book.seen(ann.post(path + "/wake", "{}"));
        assertThat(items("new-overdue", "").path("items").size()).isEqualTo(2);
        ann.post(path + "/wake", "{}").refused(409, "CASE_NOT_SNOOZED");
    }

    @Test
    void whatComesNextIsPlannedAndDone() {
        var path = path("/v1/customer-accounts/~C2/collection-case");
        book.seen(ann.post(path + "/next-action",
                json("{'what':'call about the second half','dueDate':'%s'}".formatted(TODAY.plusDays(2)))));
        assertThat(items("new-overdue", "").at("/items/0/nextAction/what").asString())
                .isEqualTo("call about the second half");
        book.seen(ann.post(path + "/next-action/done", json("{'outcome':'pays on Friday'}")));
        assertThat(items("new-overdue", "").at("/items/0").has("nextAction")).isFalse();
        ann.post(path + "/next-action/done", "{}").refused(409, "NO_NEXT_ACTION");
        var timeline = book.get(path("/v1/customer-accounts/~C2/timeline")).ok();
        assertThat(timeline.text("/items/0/type")).isEqualTo("NextActionDone");
        assertThat(timeline.text("/items/0/who")).isEqualTo("ann");
    }

    @Test
    void disputesComeToWhoAnswersThemUntilTheyAreResolved() {
        var dispute = book.seen(ann.post(path("/v1/invoices/~I3/disputes"), json("""
                {'amount':{'amount':'400.00','currency':'EUR'},'reason':'wrong price','owner':'dora',
                 'deadline':'%s','effectiveDate':'%s'}""".formatted(TODAY.plusDays(5), TODAY))));
        var item = items("disputes-to-answer", "&owner=dora").at("/items/0");
        assertThat(item.path("disputeId").asString()).isEqualTo(dispute.text("/disputeId"));
        assertThat(item.path("documentId").asString()).isEqualTo(book.id("I3"));
        assertThat(item.at("/amount/amount").asString()).isEqualTo("400.00");
        assertThat(item.at("/nextAction/dueDate").asString()).isEqualTo(TODAY.plusDays(5).toString());
        assertThat(queue("disputes-to-answer", "").at("/reconciliation/0/total/amount").asString())
                .isEqualTo(book.aged(TODAY.toString()).ok().text("/totals/disputed"));
        book.seen(ann.post(
                path("/v1/invoices/~I3/disputes/" + dispute.text("/disputeId") + "/resolution"),
                json("{'outcome':'REJECTED','reason':'as ordered','effectiveDate':'%s'}".formatted(TODAY))));
        assertThat(items("disputes-to-answer", "").path("items").size()).isZero();
    }

    private void invoice(String id, String account, LocalDate due, String total) {
        book.invoice(id, account, TODAY.minusDays(60).toString(), due.toString(), total);
    }

    private JsonNode items(String queue, String more) {
        return book.get("/v1/collection-queues/%s/items?legalEntity=%s%s".formatted(queue, book.entity(), more))
                .ok()
                .json();
    }

    private JsonNode queue(String queue, String more) {
        for (var one : book.get("/v1/collection-queues?legalEntity=" + book.entity() + more)
                .ok()
                .json()
                .path("items")) {
            if (one.path("queue").asString().equals(queue)) {
                return one;
            }
        }
        throw new AssertionError("no " + queue);
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
