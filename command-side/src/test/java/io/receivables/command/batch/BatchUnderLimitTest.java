package io.receivables.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.OpenItemsOfHistory;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch is no way around a credit limit, and its dry run says what would be refused. */
class BatchUnderLimitTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final Batches batches = new Batches(api);

    @Test
    void aDryRunAndTheBatchItselfTakeWhatTheLimitLeaves() {
        api.put("/v1/customer-accounts/" + book.account + "/credit-limit",
                "{'limit':%s,'reason':'contract'}".formatted(Book.eur("1000.00"))).expect(200);
        var lines = new ArrayList<>(invoices(8));
        lines.add(Batches.line(Book.id("key"), "ReceivePayment",
                "{'accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH'}"
                        .formatted(book.account, Book.eur("300.00"))));
        lines.addAll(invoices(8));
        var judged = batches.done(batches.accepted("?dryRun=true", lines));
        assertThat(judged.get("succeeded").asInt()).isEqualTo(14);
        var job = batches.accepted("", lines);
        assertThat(batches.done(job).get("succeeded").asInt()).isEqualTo(14);
        assertThat(batches.results(job, "&outcome=refused")).hasSize(3)
                .allMatch(row -> row.get("code").asString().equals("CREDIT_LIMIT_EXCEEDED"));
        OpenItemsOfHistory.expectKept();
    }

    private List<String> invoices(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Batches.line(Book.id("key"), "IssueInvoice",
                        Batches.invoice(book, Book.id("INV"), "100.00")))
                .toList();
    }
}
