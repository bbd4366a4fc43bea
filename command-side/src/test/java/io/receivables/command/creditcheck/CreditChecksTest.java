package io.receivables.command.creditcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The credit check where it matters: in front of invoices, with everything that counts against a limit. */
class CreditChecksTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private final Book book = Book.open();
    private final Api api = Api.as("asker", Role.CONTROLLER);
    private final Api approver = Api.as("approver", Role.CONTROLLER);

    @Test
    void fiftyAtOnceAgainstRoomForTenGiveExactlyTen() throws Exception {
        limit("1000.00");
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var racers = IntStream.range(0, 50).mapToObj(_ -> threads.submit(() -> issue("100.00"))).toList();
            for (var racer : racers) {
                outcomes.merge(outcome(racer.get()), 1, Integer::sum);
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(
                new TreeMap<>(Map.of("201", 10, "CREDIT_LIMIT_EXCEEDED", 40)));
        OpenItemsOfHistory.expectKept();
    }

    @Test
    void paymentsThatComeMeanwhileMakeRoomForJustAsMuch() throws Exception {
        limit("1000.00");
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(30)) {
            var invoices = IntStream.range(0, 40).mapToObj(_ -> threads.submit(() -> issue("100.00"))).toList();
            var payments = IntStream.range(0, 5).mapToObj(_ -> threads.submit(() -> book.payment("100.00"))).toList();
            for (var payment : payments) {
                payment.get();
            }
            for (var invoice : invoices) {
                outcomes.merge(outcome(invoice.get()), 1, Integer::sum);
            }
        }
        int issued = outcomes.getOrDefault("201", 0);
        assertThat(issued).isBetween(10, 15);
        // Whatever came first, the room that is left now is what the limit and the payments gave, less the invoices.
        for (int i = issued; i < 15; i++) {
            issue("100.00").expect(201);
        }
        issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED");
    }

    @Test
    void whatIsSettledOrCreditedCountsNoMore() {
        limit("300.00");
        var first = issue("300.00").expect(201).at("/invoiceId");
        assertThat(issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED").at("/detail")).contains("0.01 EUR",
                "limit 300.00 EUR", "headroom 0.00 EUR", "open receivables 300.00 EUR");
        book.creditNote("40.00");
        var payment = book.payment("60.00");
        var second = issue("100.00").expect(201);
        assertThat(second.at("/creditCheck/outcome")).isEqualTo("PASSED");
        assertThat(second.at("/creditCheck/exposure/openReceivables/amount")).isEqualTo("300.00");
        assertThat(second.at("/creditCheck/exposure/unapplied/amount")).isEqualTo("100.00");
        assertThat(second.at("/creditCheck/exposure/total/amount")).isEqualTo("200.00");
        assertThat(second.at("/creditCheck/headroom/amount")).isEqualTo("100.00");
        allocate(payment, first, "60.00");
        issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED");
    }

    /** A peer let invoices pass after a payment had bounced, because it did not look again when they were opened again. */
    @Test
    void anInvoiceThatIsOpenAgainCountsAgainAndIsNeverRefused() {
        limit("100.00");
        var invoice = issue("100.00").expect(201).at("/invoiceId");
        var payment = book.payment("100.00");
        allocate(payment, invoice, "100.00");
        issue("100.00").expect(201);
        api.post("/v1/payments/" + payment + "/reversal", "{'reason':'bounced','effectiveDate':'2026-02-01'}")
                .expect(200);
        assertThat(issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED").at("/detail")).contains("headroom -100.00 EUR");
    }

    @Test
    void whatOtherSystemsReportCounts() {
        limit("1000.00");
        report("{'openOrders':%s,'deliveredNotInvoiced':%s,'effectiveDate':'2026-02-01'}", "300.00", "200.00");
        report("{'secured':%s,'drafts':%s,'effectiveDate':'2026-02-02'}", "100.00", "5000.00");
        assertThat(issue("600.01").expect(422, "CREDIT_LIMIT_EXCEEDED").at("/detail")).contains("open orders 300.00",
                "delivered not invoiced 200.00", "less secured 100.00", "drafts 0.00", "exposure 400.00");
        issue("600.00").expect(201);
    }

    @Test
    void aReportOfAnEarlierDayDoesNotReplaceALaterOne() {
        limit("1000.00");
        report("{'openOrders':%s,'secured':%s,'effectiveDate':'2026-02-02'}", "300.00", "0.00");
        report("{'openOrders':%s,'secured':%s,'effectiveDate':'2026-02-01'}", "900.00", "0.00");
        assertThat(issue("1.00").expect(201).at("/creditCheck/exposure/openOrders/amount")).isEqualTo("300.00");
    }

    @Test
    void debitsAndChequesCountUntilTheyAreFinal() {
        policy("{'directDebitFinalDays':56,'chequeFinalDays':10}");
        limit("1000.00");
        pay("DIRECT_DEBIT", TODAY.minusDays(55), "100.00");
        pay("DIRECT_DEBIT", TODAY.minusDays(56), "10.00");
        pay("CHEQUE", TODAY.minusDays(9), "1.00");
        pay("CHEQUE", TODAY.minusDays(10), "0.10");
        var bounced = pay("CHEQUE", TODAY.minusDays(5), "500.00");
        pay("BANK_TRANSFER", TODAY, "0.01");
        api.post("/v1/payments/" + bounced + "/reversal",
                "{'reason':'bounced','effectiveDate':'%s'}".formatted(TODAY.minusDays(1))).expect(200);
        var check = issue("1.00").expect(201);
        assertThat(check.at("/creditCheck/exposure/notFinal/amount")).isEqualTo("101.00");
        assertThat(check.at("/creditCheck/exposure/unapplied/amount")).isEqualTo("111.11");
        assertThat(check.at("/creditCheck/exposure/total/amount")).isEqualTo("-10.11");
    }

    /** Should it come back, it is the account that has the cash which owes again. */
    @Test
    void aChequeThatWasTransferredIsAtRiskWhereItsCashIs() {
        policy("{'chequeFinalDays':10}");
        limit("1000.00");
        var giver = Book.openAccount(book.entity, Book.id("C"), "EUR");
        var cheque = api.post("/v1/payments", """
                {'accountId':'%s','amount':%s,'receivedDate':'%s','method':'CHEQUE'}"""
                .formatted(giver, Book.eur("100.00"), TODAY.minusDays(3))).expect(201).at("/paymentId");
        var transfer = transfer(cheque, book.account, "40.00");
        assertThat(notFinal()).isEqualTo("40.00");
        var third = transfer(transfer, giver, "15.00");
        assertThat(notFinal()).isEqualTo("25.00");
        back(transfer, third);
        assertThat(notFinal()).isEqualTo("40.00");
        back(cheque, transfer);
        assertThat(notFinal()).isEqualTo("0.00");
        var mine = pay("CHEQUE", TODAY.minusDays(3), "70.00");
        transfer(mine, giver, "30.00");
        assertThat(notFinal()).isEqualTo("40.00");
        api.post("/v1/payments/" + mine + "/reversal",
                "{'reason':'bounced','effectiveDate':'%s'}".formatted(TODAY.minusDays(1))).expect(200);
        assertThat(notFinal()).isEqualTo("0.00");
    }

    private String transfer(String payment, String account, String amount) {
        return api.post("/v1/payments/" + payment + "/transfers", """
                {'accountId':'%s','amount':%s,'reason':'wrong account','effectiveDate':'%s'}"""
                .formatted(account, Book.eur(amount), TODAY.minusDays(2))).expect(201).at("/transferId");
    }

    private void back(String payment, String transfer) {
        api.post("/v1/payments/" + payment + "/transfers/" + transfer + "/reversal",
                "{'reason':'wrong','effectiveDate':'%s'}".formatted(TODAY.minusDays(1))).expect(200);
    }

    private String notFinal() {
        return issue("1.00").expect(201).at("/creditCheck/exposure/notFinal/amount");
    }

    @Test
    void anAccountThatNothingLimitsIsNotLookedAt() {
        assertThat(issue("1000000.00").expect(201).body().has("creditCheck")).isFalse();
    }

    @Test
    void whatAnotherLedgerHadOpenIsNotRefused() {
        limit("10.00");
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-01','total':%3$s,
                 'opening':{'cutOverDate':'2026-02-01'}}""".formatted(id, book.account, Book.eur("500.00")))
                .expect(201);
        assertThat(issue("1.00").expect(422, "CREDIT_LIMIT_EXCEEDED").at("/detail")).contains("500.00 EUR");
    }

    @Test
    void thePolicyOfTheInvoicesDateDecidesWhetherALimitBlocks() {
        limit("10.00");
        policyFrom("2026-03-01", "{'mode':'WARN'}");
        issueAt("2026-02-28", "11.00").expect(422, "CREDIT_LIMIT_EXCEEDED");
        var warned = issueAt("2026-03-01", "11.00").expect(201);
        assertThat(warned.at("/creditCheck/outcome")).isEqualTo("WARNED");
        assertThat(warned.at("/creditCheck/policyVersion")).isEqualTo("1");
        policyFrom("2026-04-01", "{'mode':'NONE'}");
        assertThat(issueAt("2026-04-01", "11.00").expect(201).body().has("creditCheck")).isFalse();
    }

    @Test
    void anOldOpenItemHoldsTheAccountByPolicyUntilItIsPaid() {
        policy("{'holdOverdueDays':30}");
        var old = book.invoice("50.00"); // due 2026-01-31
        assertThat(issue("1.00").expect(409, "ACCOUNT_ON_HOLD").at("/detail")).contains("2026-01-31", "30 days",
                "50.00 EUR");
        allocate(book.payment("50.00"), old, "50.00");
        issue("1.00").expect(201);
    }

    @Test
    void aPermissionIsUsedUpByTheInvoicesThatNameIt() {
        limit("100.00");
        var override = override("250.00");
        issueWith(override, "200.00").expect(404, "CREDIT_OVERRIDE_NOT_FOUND");
        approver.post("/v1/credit-overrides/" + override + "/approval", "{}").expect(200);
        assertThat(issueWith(override, "100.00").expect(201).at("/creditCheck/outcome")).isEqualTo("PASSED");
        var used = issueWith(override, "200.00").expect(201);
        assertThat(used.at("/creditCheck/outcome")).isEqualTo("OVERRIDDEN");
        assertThat(used.at("/creditCheck/creditOverrideId")).isEqualTo(override);
        assertThat(issueWith(override, "50.01").expect(422, "CREDIT_OVERRIDE_EXCEEDED").at("/detail"))
                .contains("50.01 EUR", "50.00 EUR");
        issueWith(override, "50.00").expect(201);
        issueWith(override, "0.01").expect(422, "CREDIT_OVERRIDE_EXCEEDED");
        issue("0.01").expect(422, "CREDIT_LIMIT_EXCEEDED");
    }

    @Test
    void racersForOnePermissionGetNoMoreThanItGives() throws Exception {
        limit("0.00");
        var override = override("300.00");
        approver.post("/v1/credit-overrides/" + override + "/approval", "{}").expect(200);
        var outcomes = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            var racers = IntStream.range(0, 20)
                    .mapToObj(_ -> threads.submit(() -> issueWith(override, "100.00")))
                    .toList();
            for (var racer : racers) {
                outcomes.merge(outcome(racer.get()), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(new TreeMap<>(Map.of("201", 3, "CREDIT_OVERRIDE_EXCEEDED", 17)));
    }

    private String override(String amount) {
        return api.post("/v1/customer-accounts/" + book.account + "/credit-overrides",
                "{'amount':%s,'reason':'seasonal order','validUntil':'%s'}".formatted(Book.eur(amount),
                        TODAY.plusDays(7)))
                .expect(201)
                .at("/creditOverrideId");
    }

    private void limit(String amount) {
        api.put("/v1/customer-accounts/" + book.account + "/credit-limit",
                "{'limit':%s,'reason':'first contract'}".formatted(Book.eur(amount))).expect(200);
    }

    private void policy(String credit) {
        policyFrom("2025-01-01", credit);
    }

    private void policyFrom(String date, String credit) {
        var status = api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'%s','credit':%s}".formatted(date, credit)).status();
        assertThat(status).isBetween(200, 201);
    }

    private void report(String body, String one, String other) {
        api.put("/v1/customer-accounts/" + book.account + "/exposure-parts",
                body.formatted(Book.eur(one), Book.eur(other))).expect(200);
    }

    private String pay(String method, LocalDate received, String amount) {
        return api.post("/v1/payments", "{'accountId':'%s','amount':%s,'receivedDate':'%s','method':'%s'}".formatted(
                book.account, Book.eur(amount), received, method)).expect(201).at("/paymentId");
    }

    private void allocate(String payment, String invoice, String amount) {
        api.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}".formatted(invoice, Book.eur(amount)))
                .expect(201);
    }

    private Api.Answer issue(String total) {
        return issueAt("2026-01-10", total);
    }

    private Api.Answer issueAt(String date, String total) {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'%3$s','dueDate':'2027-01-31',
                 'total':%4$s}""".formatted(id, book.account, date, Book.eur(total)));
    }

    private Api.Answer issueWith(String override, String total) {
        var id = Book.id("INV");
        return api.post("/v1/invoices", """
                {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-01-10','total':%3$s,
                 'creditOverrideId':'%4$s'}""".formatted(id, book.account, Book.eur(total), override));
    }

    private static String outcome(Api.Answer answer) {
        return answer.status() == 201 ? "201" : answer.code();
    }
}
