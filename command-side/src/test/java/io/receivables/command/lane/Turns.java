package io.receivables.command.lane;

import io.receivables.command.edge.CommandEndpoints;
import io.receivables.command.edge.StrictJson;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Actor;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Commands for the lane, without HTTP. */
final class Turns {

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final Actor CONTROLLER = new Actor("lane-test", Set.of("controller"), Set.of(), true);

    private final CommandEndpoints endpoints = CommandServer.context().getBean(CommandEndpoints.class);
    private final Book book;

    Turns(Book book) {
        this.book = book;
    }

    CommandEndpoints.Bound bound(String key, String command, List<String> target, String body) {
        return endpoints.bind(CONTROLLER, key, "lane-test", command, target, JSON.readTree(body.replace('\'', '"')));
    }

    Turn turn(String key, String command, List<String> target, String body) {
        var bound = bound(key, command, target, body);
        return new Turn(bound.command(), bound.context(), IdempotencyKey.of(bound.context(), JSON));
    }

    Turn invoice(String id, String number, String total) {
        return turn(Book.id("key"), "IssueInvoice", List.of(), invoiceBody(id, number, total));
    }

    String invoiceBody(String id, String number, String total) {
        return "{'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"
                .formatted(id, number, book.account, Book.eur(total));
    }

    /** A payment that is allocated to an invoice as a whole. */
    Turn payment(String id, String amount, String invoice, String allocated) {
        return turn(Book.id("key"), "ReceivePayment", List.of(), """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'CASH',
                 'allocations':[{'invoiceId':'%s','amount':%s}]}"""
                .formatted(id, book.account, Book.eur(amount), invoice, Book.eur(allocated)));
    }
}
