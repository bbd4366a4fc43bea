package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The receivables of a French legal entity that a test has to itself. Documents and accounts are named by short names;
 * {@link #id} makes the real ones, which no other test uses. Dates are in 2024, so all of them have passed.
 */
final class Book {

    /** Lets the tests run again on an instance that has seen them. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 4);

    private final Api api;
    private Api queries;
    private final String entity;
    private final String currency;
    private long position;

    private Book(Api api, String entity, String currency) {
        this.api = api;
        this.queries = api;
        this.entity = entity;
        this.currency = currency;
    }

    static Book open(Api api, String name) {
        return open(api, name, "EUR");
    }

    static Book open(Api api, String name, String currency) {
        var book = new Book(api, name + "-" + RUN, currency);
        book.seen(api.put("/v1/legal-entities/" + book.entity,
                Map.of("name", name + " SA", "country", "FR", "timeZone", "Europe/Paris", "baseCurrency", currency)));
        return book;
    }

    /** The same book where queries are answered elsewhere. */
    Book readingFrom(Api other) {
        queries = other;
        return this;
    }

    /** The same book on an instance that was started again. */
    Book at(Api again) {
        return new Book(again, entity, currency);
    }

    Api api() {
        return api;
    }

    String entity() {
        return entity;
    }

    String id(String name) {
        return entity + "." + name;
    }

    /** The position of the last command that was done. */
    synchronized long position() {
        return position;
    }

    Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", currency);
    }

    /** An account since the first of January 2024 with terms of 30 days. */
    Answer account(String account) {
        return seen(api.post("/v1/customer-accounts",
                Map.of("accountId", id(account), "customerId", id(account), "name", "Customer " + account,
                        "legalEntity", entity, "currency", currency, "terms", Map.of("netDays", 30), "effectiveDate",
                        "2024-01-01")));
    }

    Answer invoice(String invoice, String account, String issued, String due, String total) {
        return seen(issue(invoice, account, issued, total, Map.of("dueDate", due)));
    }

    /** An invoice with several due dates: pairs of date and amount. */
    Answer invoiceInParts(String invoice, String account, String issued, String total, List<List<String>> parts) {
        return seen(issue(invoice, account, issued, total, Map.of("instalments", parts.stream()
                .map(part -> Map.of("dueDate", part.getFirst(), "amount", money(part.getLast())))
                .toList())));
    }

    Answer issue(String invoice, String account, String issued, String total, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("invoiceId", id(invoice), "invoiceNumber", id(invoice),
                "accountId", id(account), "issueDate", issued, "total", money(total)));
        body.putAll(more);
        return api.post("/v1/invoices", body);
    }

    /** A payment of which nothing is allocated yet. */
    Answer payment(String payment, String account, String received, String amount) {
        return payment(payment, account, received, amount, Map.of());
    }

    /** A payment with what each invoice gets of it. */
    Answer payment(String payment, String account, String received, String amount, Map<String, String> allocations) {
        return seen(api.post("/v1/payments", Map.of("paymentId", id(payment), "accountId", id(account), "amount",
                money(amount), "receivedDate", received, "method", "BANK_TRANSFER", "allocations", parts(
                        allocations))));
    }

    Answer creditNote(String note, String account, String issued, String total, Map<String, String> allocations) {
        return seen(api.post("/v1/credit-notes", Map.of("creditNoteId", id(note), "creditNoteNumber", id(note),
                "accountId", id(account), "issueDate", issued, "total", money(total), "reason", "returned goods",
                "allocations", parts(allocations))));
    }

    Answer allocate(String payment, String invoice, String amount, String date) {
        return seen(api.post("/v1/payments/" + id(payment) + "/allocations",
                Map.of("invoiceId", id(invoice), "amount", money(amount), "effectiveDate", date)));
    }

    Answer allocate(String payment, String invoice, int instalment, String amount, String date) {
        return seen(api.post("/v1/payments/" + id(payment) + "/allocations", Map.of("invoiceId", id(invoice),
                "instalment", instalment, "amount", money(amount), "effectiveDate", date)));
    }

    Answer undo(String payment, String allocationId, String date) {
        return seen(api.post("/v1/payments/" + id(payment) + "/allocations/" + allocationId + "/reversal",
                reason("wrong invoice", date)));
    }

    Answer returned(String payment, String date) {
        return seen(api.post("/v1/payments/" + id(payment) + "/reversal", reason("returned by the bank", date)));
    }

    static Map<String, String> reason(String reason, String date) {
        return Map.of("reason", reason, "effectiveDate", date);
    }

    private List<Map<String, Object>> parts(Map<String, String> allocations) {
        return allocations.entrySet()
                .stream()
                .map(part -> Map.<String, Object>of("invoiceId", id(part.getKey()), "amount", money(part.getValue())))
                .toList();
    }

    /** Remembers how far the book has been written. */
    synchronized Answer seen(Answer answer) {
        position = Math.max(position, answer.ok().position());
        return answer;
    }

    /** A query that sees all that was done in this book. */
    Answer get(String path) {
        return queries.call("GET", path).with("If-Consistent-With", String.valueOf(position())).send();
    }

    Answer invoice(String invoice) {
        return get("/v1/invoices/" + id(invoice)).ok();
    }

    Answer invoiceAt(String invoice, String asAt) {
        return get("/v1/invoices/" + id(invoice) + "?asAt=" + asAt).ok();
    }

    /** Expects that a query shows what the command answered: the same shape, the same figures, the same version. */
    Answer shows(String path, Answer command) {
        seen(command);
        var seen = get(path).ok();
        assertThat(state(seen)).as(seen + "\nafter " + command).isEqualTo(state(command));
        assertThat(command.header("ETag")).as(command.toString()).isEqualTo("\"" + seen.version() + "\"");
        assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
        aged(LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        return command;
    }

    /** Without what belongs to the moment of the answer. */
    private static JsonNode state(Answer answer) {
        return ((ObjectNode) answer.json()).without(List.of("position", "allocationId", "recoveryId", "transferId",
                "autoAllocation"));
    }

    /** The aged balance; its sums are checked whatever was asked. */
    Answer aged(String asAt, String... more) {
        var answer = get("/v1/aged-balance?legalEntity=" + entity + "&asAt=" + asAt
                + (more.length == 0 ? "" : "&" + String.join("&", more))).ok();
        Figures.of(answer.json().path("totals")).addUp();
        answer.json().path("rows").forEach(row -> Figures.of(row).addUp());
        assertThat(answer.text("/control/movements")).as(answer.toString()).isEqualTo(answer.text("/totals/balance"));
        assertThat(answer.json().at("/control/ties").asBoolean()).as(answer.toString()).isTrue();
        return answer;
    }

    /** The row of one account, missing when it is zero throughout. */
    JsonNode row(String account, String asAt, String... more) {
        return aged(asAt, more).json()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("accountId").asString().equals(id(account)))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** The row as one line: not due | buckets | unapplied = balance. */
    String line(String account, String asAt, String... more) {
        var row = row(account, asAt, more);
        return row.isMissingNode() ? "nothing" : Figures.of(row).toString();
    }
}
