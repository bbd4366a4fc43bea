package io.receivables.command.creditcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two accounts that share a limit. */
class CreditGroupsTest {

    private static final String TODAY = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    private final Book book = Book.open();
    private final String second = Book.openAccount(book.entity, Book.id("C"), "EUR");
    private final String group = Book.id("G");
    private final Api api = Api.as("conrad", Role.CONTROLLER);

    @Test
    void aGroupOfAnotherCurrencyOrEntityIsNotJoined() {
        join(book.account).expect(404, "CREDIT_GROUP_NOT_FOUND");
        api.put("/v1/credit-groups/" + group, "{'legalEntity':'%s','currency':'USD','unlimited':true,'reason':'x'}"
                .formatted(book.entity)).expect(201);
        assertThat(join(book.account).expect(422, "CURRENCY_MISMATCH").at("/errors/0/pointer"))
                .isEqualTo("/creditGroupId");
        var other = Book.open();
        join(other.account).expect(404, "CREDIT_GROUP_NOT_FOUND");
        limit("10.00").expect(409, "CREDIT_GROUP_FIXED");
    }

    @Test
    void aLimitThatCannotBeKeptIsRefused() {
        api.put("/v1/credit-groups/" + group, "{'legalEntity':'%s','currency':'EUR','reason':'x'}"
                .formatted(book.entity)).expect(400, "REQUIRED");
        api.put("/v1/credit-groups/" + group,
                "{'legalEntity':'%s','currency':'EUR','reason':'x','unlimited':true,'limit':%s}"
                        .formatted(book.entity, Book.eur("1.00")))
                .expect(422, "VALUE_INVALID");
        api.put("/v1/credit-groups/" + group,
                "{'legalEntity':'%s','currency':'USD','reason':'x','limit':%s}".formatted(book.entity,
                        Book.eur("1.00")))
                .expect(422, "CURRENCY_MISMATCH");
        api.put("/v1/credit-groups/a%20b",
                "{'legalEntity':'%s','currency':'EUR','reason':'x','unlimited':true}".formatted(book.entity))
                .expect(422, "ID_INVALID");
        api.put("/v1/credit-groups/" + group,
                "{'legalEntity':'%s','currency':'EUR','reason':'x','limit':%s,'validFrom':'2026-02-01',"
                        .formatted(book.entity, Book.eur("1.00")) + "'validTo':'2026-01-31'}")
                .expect(422, "VALUE_INVALID");
        Api.of(TestIdentity.token("sam", List.of(Role.CONTROLLER), List.of("XX01")))
                .put("/v1/credit-groups/" + group,
                        "{'legalEntity':'%s','currency':'EUR','reason':'x','unlimited':true}".formatted(book.entity))
                .expect(404, "LEGAL_ENTITY_NOT_FOUND");
        api.put("/v1/customer-accounts/" + book.account + "/group", "{'reason':'x'}").expect(400, "REQUIRED");
        api.put("/v1/customer-accounts/" + book.account + "/group", "{'reason':'x','none':true}")
                .expect(409, "NOT_IN_CREDIT_GROUP");
    }

    /** What allows more than the policy lets one person grant is decided by two, as with an account. */
    @Test
    void aHighLimitWaitsForASecondPerson() {
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'limitApproval':%s}}".formatted(Book.eur("1000.00"))).expect(201);
        var manager = Api.as("mary", Role.CREDIT_MANAGER);
        var limits = "/v1/credit-groups/" + group + "/limits/";
        var asked = manager.put("/v1/credit-groups/" + group, limitBody("1000.01")).expect(201);
        assertThat(asked.body().at("/limits").size()).isZero();
        var id = asked.at("/pending/0/creditLimitId");
        manager.post(limits + id + "/approval", "{}").expect(403, "FORBIDDEN");
        api.post(limits + "nothing/approval", "{}").expect(404, "CREDIT_LIMIT_NOT_FOUND");
        var approved = api.post(limits + id + "/approval", "{'reason':'the parent guarantees'}").expect(200);
        assertThat(approved.at("/limits/0/amount/amount")).isEqualTo("1000.01");
        assertThat(approved.at("/limits/0/setBy")).isEqualTo(asked.at("/pending/0/requestedBy"));
        assertThat(approved.at("/limits/0/approvedBy")).isNotEmpty().isNotEqualTo(approved.at("/limits/0/setBy"));
        assertThat(approved.body().at("/pending").size()).isZero();
        api.post(limits + id + "/approval", "{}").expect(409, "CREDIT_LIMIT_NOT_PENDING");

        var own = limit("5000.00").expect(200).at("/pending/0/creditLimitId");
        api.post(limits + own + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        assertThat(api.post(limits + own + "/rejection", "{'reason':'too much'}")
                .expect(200)
                .body()
                .at("/pending")
                .size()).isZero();
        api.post(limits + own + "/rejection", "{}").expect(409, "CREDIT_LIMIT_NOT_PENDING");
        // Less than before needs nobody else, wherever it stands.
        assertThat(manager.put("/v1/credit-groups/" + group, limitBody("1000.00"))
                .expect(200)
                .body()
                .at("/limits")
                .size()).isEqualTo(2);
        join(book.account).expect(200);
        issue(book.account, "1000.01").expect(422, "CREDIT_GROUP_LIMIT_EXCEEDED");
    }

    /** A limit that waits is none: accounts may be in the group meanwhile. */
    @Test
    void whatIsOnlyAskedForHoldsNothing() {
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'limitApproval':%s}}".formatted(Book.eur("1.00"))).expect(201);
        limit("100.00").expect(201);
        join(book.account).expect(200);
        issue(book.account, "100.01").expect(201);
    }

    @Test
    void bothAccountsCountAgainstTheLimit() {
        limit("1000.00").expect(201);
        issue(book.account, "600.00").expect(201);
        join(book.account).expect(200);
        join(second).expect(200);
        assertThat(issue(second, "400.01").expect(422, "CREDIT_GROUP_LIMIT_EXCEEDED").at("/detail"))
                .contains("400.01 EUR", group, "2 accounts", "exposure 600.00 EUR", "limit 1000.00 EUR",
                        "headroom 400.00 EUR");
        var passed = issue(second, "400.00").expect(201);
        assertThat(passed.at("/creditCheck/group/headroom/amount")).isEqualTo("400.00");
        assertThat(passed.at("/creditCheck/group/accounts")).isEqualTo("2");
        issue(book.account, "0.01").expect(422, "CREDIT_GROUP_LIMIT_EXCEEDED");
        book.payment("50.00");
        issue(second, "50.00").expect(201);

        api.put("/v1/customer-accounts/" + second + "/group", "{'none':true,'reason':'sold'}").expect(200);
        issue(second, "5000.00").expect(201);
        issue(book.account, "449.99").expect(201);
        issue(book.account, "0.02").expect(422, "CREDIT_GROUP_LIMIT_EXCEEDED");
    }

    @Test
    void aPolicyMayWarnOrNotLook() {
        limit("100.00").expect(201);
        join(book.account).expect(200);
        mode("WARN", 201);
        assertThat(issue(book.account, "100.01").expect(201).at("/creditCheck/outcome")).isEqualTo("WARNED");
        mode("NONE", 200);
        assertThat(issue(book.account, "1.00").expect(201).body().has("creditCheck")).isFalse();
        mode("BLOCK", 200);
        issue(book.account, "1.00").expect(422, "CREDIT_GROUP_LIMIT_EXCEEDED");
    }

    @Test
    void aLimitThatIsNotValidYetOrAnyMoreHoldsNothing() {
        limit("100.00").expect(201);
        join(book.account).expect(200);
        api.put("/v1/credit-groups/" + group, "{'legalEntity':'%s','currency':'EUR','unlimited':true,'reason':'x'}"
                .formatted(book.entity)).expect(200);
        issue(book.account, "100.01").expect(201);
    }

    @Test
    void fiftyAtOnceOverTwoAccountsGiveExactlyTen() throws Exception {
        limit("1000.00").expect(201);
        join(book.account).expect(200);
        join(second).expect(200);
        var outcomes = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var racers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> issue(i % 2 == 0 ? book.account : second, "100.00").status()))
                    .toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of(201, 10, 422, 40));
    }

    private void mode(String mode, int status) {
        api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'mode':'%s'}}".formatted(mode)).expect(status);
    }

    private Api.Answer limit(String amount) {
        return api.put("/v1/credit-groups/" + group, limitBody(amount));
    }

    private String limitBody(String amount) {
        return "{'legalEntity':'%s','currency':'EUR','limit':%s,'reason':'rating of the parent'}"
                .formatted(book.entity, Book.eur(amount));
    }

    private Api.Answer join(String account) {
        return api.put("/v1/customer-accounts/" + account + "/group",
                "{'creditGroupId':'%s','reason':'bought by the holding'}".formatted(group));
    }

    private Api.Answer issue(String account, String total) {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s}"""
                .formatted(id, id, account, TODAY, Book.eur(total)));
    }
}
