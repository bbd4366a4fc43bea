package io.receivables.command.openitem;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpenItemsTest {

    private final Book book = Book.open();
    private final Api asker = Api.as("asker", Role.CONTROLLER);
    private final Api approver = Api.as("approver", Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void aRefusedCommandLeavesNothing() {
        var invoice = book.invoice("100.00");
        var before = rows();
        asker.post("/v1/invoices/" + invoice + "/write-offs",
                "{'amount':%s,'reason':'lost','effectiveDate':'2026-02-01'}".formatted(Book.eur("100.01"))).expect(422);
        asker.post("/v1/invoices", """
                {'invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31','total':%s}"""
                .formatted(invoice, book.account, Book.eur("1.00"))).expect(409);
        assertThat(rows()).isEqualTo(before).containsExactly("INVOICE " + invoice + " 1 2026-01-01 2026-01-31 10000");
    }

    @Test
    void aSettledInvoiceGoesAndComesBackWithItsDates() {
        var invoice = book.invoice("100.00");
        var payment = book.payment("250.00");
        var allocation = allocate(payment, invoice, "100.00").expect(201).at("/allocationId");
        assertThat(rows()).containsExactly("PAYMENT " + payment + " 0 2026-01-20 2026-01-20 15000");
        asker.post("/v1/payments/%s/allocations/%s/reversal".formatted(payment, allocation),
                "{'reason':'wrong','effectiveDate':'2026-01-25'}").expect(200);
        assertThat(rows()).containsExactly("INVOICE " + invoice + " 1 2026-01-01 2026-01-31 10000",
                "PAYMENT " + payment + " 0 2026-01-20 2026-01-20 25000");
    }

    @Test
    void whatWasRescheduledComesBackWithItsNewDates() {
        var invoice = book.invoice("100.00");
        asker.post("/v1/invoices/" + invoice + "/reschedule", """
                {'instalments':[{'dueDate':'2026-05-31','amount':%s},{'dueDate':'2026-06-30','amount':%s}],
                 'reason':'agreed','effectiveDate':'2026-01-15'}""".formatted(Book.eur("60.00"), Book.eur("40.00")))
                .expect(200);
        var payment = book.payment("60.00");
        var allocation = allocate(payment, invoice, "60.00").expect(201).at("/allocationId");
        assertThat(rows()).containsExactly("INVOICE " + invoice + " 3 2026-01-01 2026-06-30 4000");
        asker.post("/v1/payments/%s/allocations/%s/reversal".formatted(payment, allocation),
                "{'reason':'wrong','effectiveDate':'2026-01-25'}").expect(200);
        assertThat(rows()).containsExactly("INVOICE " + invoice + " 2 2026-01-01 2026-05-31 6000",
                "INVOICE " + invoice + " 3 2026-01-01 2026-06-30 4000",
                "PAYMENT " + payment + " 0 2026-01-20 2026-01-20 6000");
    }

    @Test
    void whatIsSetAsideForARefundIsKeptApartUntilItIsPaid() {
        var payment = book.payment("250.00");
        var refund = asker.post("/v1/payments/" + payment + "/refunds",
                "{'amount':%s,'reason':'paid twice','effectiveDate':'2026-02-01'}".formatted(Book.eur("50.00")))
                .expect(201)
                .at("/refundId");
        assertThat(rows()).containsExactly("PAYMENT " + payment + " 0 2026-01-20 2026-01-20 20000",
                "REFUND " + refund + " 0 2026-02-01 2026-02-01 5000");
        approver.post("/v1/refunds/" + refund + "/approval", "{}").expect(200);
        asker.post("/v1/refunds/" + refund + "/payout", "{'paidDate':'2026-02-02'}").expect(200);
        assertThat(rows()).containsExactly("PAYMENT " + payment + " 0 2026-01-20 2026-01-20 20000");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261125})
    void afterAnyHistoryTheRowsAreWhatTheFactsSay(long seed) {
        var random = new Random(seed);
        var ids = new HashMap<String, List<String>>();
        int done = 0;
        for (int i = 0; i < 400; i++) {
            done += next(random, ids).status() < 300 ? 1 : 0;
        }
        assertThat(done).isGreaterThan(150);
        OpenItemsOfHistory.expectKept();
    }

    /** Also proves that a table which is filled from old facts is the one that has followed them. */
    @Test
    void filledAgainTheTableIsTheSame() {
        var random = new Random(9);
        var ids = new HashMap<String, List<String>>();
        for (int i = 0; i < 200; i++) {
            next(random, ids);
        }
        var all = "select open_item::text from command.open_item order by 1";
        var before = jdbc.sql(all).query(String.class).list();
        CommandServer.context().getBean(OpenItemsFill.class).fill();
        assertThat(jdbc.sql(all).query(String.class).list()).isEqualTo(before).isNotEmpty();
        OpenItemsOfHistory.expectKept();
    }

    private Api.Answer next(Random random, Map<String, List<String>> ids) {
        var date = "2026-02-" + (10 + random.nextInt(19));
        var reason = "{'reason':'at random','effectiveDate':'" + date + "'}";
        var amount = Book.eur(random.nextInt(90) + "." + (10 + random.nextInt(90)));
        var invoice = any(random, ids, "invoice");
        var payment = any(random, ids, "payment");
        var creditNote = any(random, ids, "creditNote");
        var allocation = "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}".formatted(invoice, amount, date);
        return switch (random.nextInt(18)) {
            case 0, 1 -> {
                var half = Book.eur(10 + random.nextInt(80) + ".00");
                yield keep(ids, "invoice", "/invoiceId",
                        asker.post("/v1/invoices",
                                """
                                        {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-02-01','total':%3$s,
                                         'instalments':[{'dueDate':'2026-03-01','amount':%4$s},{'dueDate':'2026-04-01','amount':%4$s}],
                                         'discount':{'percent':'2','until':'2026-02-20'}}"""
                                        .formatted(Book.id("INV"), book.account,
                                                Book.eur(twice(half)), half)));
            }
            case 2 -> keep(ids, "payment", "/paymentId", asker.post("/v1/payments", """
                    {'paymentId':'%s',%s,'amount':%s,'receivedDate':'2026-02-02','method':'CASH'}""".formatted(
                    Book.id("P"),
                    random.nextBoolean() ? "'accountId':'" + book.account + "'" : "'legalEntity':'" + book.entity + "'",
                    amount)));
            case 3, 4, 5 -> keep(ids, "allocation", "/allocationId", "/v1/payments/" + payment + "/allocations/",
                    asker.post("/v1/payments/" + payment + "/allocations", allocation));
            case 6 -> asker.post(any(random, ids, "allocation") + "/reversal", reason);
            case 7 -> keep(ids, "writeOff", "/writeOffId",
                    asker.post("/v1/invoices/" + invoice + "/write-offs", reason));
            case 8 -> approver.post("/v1/write-offs/" + any(random, ids, "writeOff") + "/approval", "{}");
            case 9 -> asker.post("/v1/write-offs/" + any(random, ids, "writeOff") + "/reversal", reason);
            case 10 -> keep(ids, "creditNote", "/creditNoteId",
                    asker.post("/v1/credit-notes",
                            """
                                    {'creditNoteId':'%1$s','creditNoteNumber':'%1$s','accountId':'%2$s','issueDate':'2026-02-03','total':%3$s,
                                     'reason':'returned'}"""
                                    .formatted(Book.id("CN"), book.account, amount)));
            case 11 -> keep(ids, "allocation", "/allocationId", "/v1/credit-notes/" + creditNote + "/allocations/",
                    asker.post("/v1/credit-notes/" + creditNote + "/allocations", allocation));
            case 12 -> asker.post("/v1/payments/" + payment + "/identification",
                    "{'accountId':'%s','effectiveDate':'%s'}".formatted(book.account, date));
            case 13 -> keep(ids, "refund", "/refundId",
                    asker.post((random.nextBoolean() ? "/v1/payments/" + payment : "/v1/credit-notes/" + creditNote)
                            + "/refunds", "{'amount':%s,%s".formatted(amount, reason.substring(1))));
            case 14 -> decideRefund(random, "/v1/refunds/" + any(random, ids, "refund"), date, reason);
            case 15 -> asker.post("/v1/payments/" + payment + "/reversal", reason);
            case 16 -> asker.post("/v1/invoices/" + invoice + "/recoveries",
                    "{'amount':%s,'effectiveDate':'%s','paymentId':'%s'}".formatted(amount, date, payment));
            default -> asker.post((random.nextBoolean() ? "/v1/invoices/" + invoice : "/v1/credit-notes/" + creditNote)
                    + "/cancellation", reason);
        };
    }

    private Api.Answer decideRefund(Random random, String refund, String date, String reason) {
        return switch (random.nextInt(4)) {
            case 0 -> approver.post(refund + "/rejection", "{}");
            case 1 -> asker.post(refund + "/payout", "{'paidDate':'" + date + "'}");
            case 2 -> asker.post(refund + "/reversal", reason);
            default -> approver.post(refund + "/approval", "{}");
        };
    }

    private Api.Answer allocate(String payment, String invoice, String amount) {
        return asker.post("/v1/payments/" + payment + "/allocations",
                "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}".formatted(invoice, Book.eur(amount)));
    }

    private List<@Nullable String> rows() {
        return jdbc.sql("""
                select concat_ws(' ', kind, document_id, instalment, document_date, due_date, amount)
                  from command.open_item where account_id = ? order by kind, document_id, instalment""")
                .param(book.account)
                .query(String.class)
                .list();
    }

    private static String twice(String money) {
        int euros = Integer.parseInt(money.substring(money.indexOf(":'") + 2, money.indexOf('.')));
        return 2 * euros + ".00";
    }

    private static String any(Random random, Map<String, List<String>> ids, String kind) {
        var known = ids.getOrDefault(kind, List.of("none"));
        return known.get(random.nextInt(known.size()));
    }

    private static Api.Answer keep(Map<String, List<String>> ids, String kind, String pointer, Api.Answer answer) {
        return keep(ids, kind, pointer, "", answer);
    }

    private static Api.Answer keep(Map<String, List<String>> ids, String kind, String pointer, String prefix,
            Api.Answer answer) {
        if (answer.status() < 300) {
            ids.computeIfAbsent(kind, _ -> new ArrayList<>()).add(prefix + answer.at(pointer));
        }
        return answer;
    }
}
