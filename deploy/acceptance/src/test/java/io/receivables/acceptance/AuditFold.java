package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second opinion on the books: folds the event lines of the audit, as they were published, the simple way. Knows
 * nothing of the product but the shape of its events. Amounts in cents.
 */
final class AuditFold {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> events;

    AuditFold(List<JsonNode> events) {
        this.events = List.copyOf(events);
    }

    /** All that the book's history has to tell. */
    static AuditFold of(Book book) {
        return new AuditFold(book.get("/v1/audit/events?legalEntity=" + book.entity())
                .ok()
                .body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList());
    }

    long anyPosition(Random random) {
        return events.get(random.nextInt(events.size())).path("position").asLong();
    }

    /** Expects that the book's aged balance is what its history says. */
    void isAnswered(Book book, LocalDate asAt, long known) {
        var answer = book.aged(asAt.toString(), "asKnown=" + known, "limit=500");
        var actual = new TreeMap<String, List<Long>>();
        answer.json().path("rows").forEach(row -> {
            var figures = Figures.of(row);
            var amounts = new ArrayList<Long>();
            amounts.add(cents(figures.notDue()));
            figures.buckets().forEach(bucket -> amounts.add(cents(bucket)));
            amounts.add(cents(figures.unapplied()));
            actual.put(row.path("accountId").asString(), amounts);
        });
        assertThat(actual).as("at %s as known at %s", asAt, known).isEqualTo(at(asAt, known).aged(asAt));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /** Every business date on which something happened. */
    TreeSet<LocalDate> dates() {
        var dates = new TreeSet<LocalDate>();
        events.forEach(event -> dates.add(dateOf(event)));
        return dates;
    }

    State at(LocalDate asAt, long known) {
        var state = new State();
        events.stream()
                .filter(event -> event.path("position").asLong() <= known && !dateOf(event).isAfter(asAt))
                .forEach(event -> state.apply(event.path("type").asString(), event.path("data")));
        return state;
    }

    private static LocalDate dateOf(JsonNode event) {
        return LocalDate.parse(event.path("effectiveDate").asString());
    }

    /** What is open of each instalment and free of each payment and credit note. */
    static final class State {

        private final Map<String, Long> open = new HashMap<>();
        private final Map<String, Long> gross = new HashMap<>();
        private final Map<String, LocalDate> due = new HashMap<>();
        private final Map<String, Long> unapplied = new HashMap<>();
        private final Map<String, String> owner = new HashMap<>();

        /** Amounts that a book can never show, in words. */
        List<String> impossible() {
            var found = new ArrayList<String>();
            open.forEach((item, amount) -> {
                if (amount < 0 || amount > gross.getOrDefault(item, 0L)) {
                    found.add(item + " of " + gross.get(item) + " has " + amount + " open");
                }
            });
            unapplied.forEach((document, amount) -> {
                if (amount < 0) {
                    found.add(document + " has " + amount + " unapplied");
                }
            });
            return found;
        }

        /** Per account not due, 1-30, 31-60, 61-90, above, unapplied; without accounts that are zero throughout. */
        TreeMap<String, List<Long>> aged(LocalDate asAt) {
            var rows = new TreeMap<String, long[]>();
            open.forEach((item, amount) -> {
                long days = ChronoUnit.DAYS.between(due.get(item), asAt);
                int column = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
                rows.computeIfAbsent(owner.get(item), _ -> new long[6])[column] += amount;
            });
            unapplied.forEach((document, amount) -> {
                if (owner.containsKey(document)) {
                    rows.computeIfAbsent(owner.get(document), _ -> new long[6])[5] += amount;
                }
            });
            var aged = new TreeMap<String, List<Long>>();
            rows.forEach((account, row) -> {
                var amounts = java.util.Arrays.stream(row).boxed().toList();
                if (amounts.stream().anyMatch(amount -> amount != 0)) {
                    aged.put(account, amounts);
                }
            });
            return aged;
        }

        private void apply(String type, JsonNode data) {
            switch (type) {
                case "InvoiceIssued" -> instalments(data);
                case "InvoiceRescheduled" -> {
                    data.path("moved")
                            .forEach(part -> add(open, invoice(data) + "/" + part.path("instalment").asInt(),
                                    -cents(part.path("amount"))));
                    instalments(data);
                }
                case "InvoiceCancelled", "InvoiceWrittenOff", "SmallDifferenceWrittenOff" -> reduce(data, -1);
                case "WriteOffReversed", "SmallDifferenceReversed" -> reduce(data, 1);
                case "LateChargeClaimed" -> {
                    var item = charge(data) + "/0";
                    due.put(item, LocalDate.parse(data.path("effectiveDate").asString()));
                    owner.put(item, data.path("accountId").asString());
                    gross.put(item, cents(data.path("amount")));
                    add(open, item, cents(data.path("amount")));
                }
                case "LateChargeReversed" -> add(open, charge(data) + "/0", -cents(data.path("amount")));
                case "PaymentReceived" -> {
                    if (data.path("transferredFrom").isObject()) {
                        return; // The twin of a transfer, which alone counts.
                    }
                    own(payment(data), data);
                    add(unapplied, payment(data), cents(data.path("amount")));
                }
                case "PaymentIdentified" -> own(payment(data), data);
                case "PaymentAllocated" -> settle(payment(data), data, 1);
                case "PaymentAllocationReversed" -> settle(payment(data), data, -1);
                case "ReceivablesFactored", "FactorSettlementReported", "FactoredItemsBoughtBack",
                        "FactorSettlementReversed" ->
                    factored(type, data);
                case "PaymentReversed", "PaymentUsedForRecovery", "SmallDifferenceTaken", "PaymentHeldForFactor" ->
                    add(unapplied, payment(data),
                            -cents(data.path("amount")));
                case "PaymentUseForRecoveryReversed", "SmallDifferenceGivenBack", "PaymentHeldForFactorReversed" ->
                    add(unapplied, payment(data), cents(data.path("amount")));
                case "PaymentTransferred" -> {
                    owner.put(receiver(data), data.path("toAccountId").asString());
                    add(unapplied, payment(data), -cents(data.path("amount")));
                    add(unapplied, receiver(data), cents(data.path("amount")));
                }
                case "PaymentTransferReversed" -> {
                    add(unapplied, payment(data), cents(data.path("amount")));
                    add(unapplied, receiver(data), -cents(data.path("amount")));
                }
                case "CreditWrittenOff" -> add(unapplied, source(data), -cents(data.path("amount")));
                case "CreditWriteOffReversed" -> add(unapplied, source(data), cents(data.path("amount")));
                case "CreditNoteIssued" -> {
                    own(creditNote(data), data);
                    add(unapplied, creditNote(data), cents(data.path("total")));
                }
                case "CreditNoteAllocated" -> settle(creditNote(data), data, 1);
                case "CreditNoteAllocationReversed" -> settle(creditNote(data), data, -1);
                case "CreditNoteCancelled" -> add(unapplied, creditNote(data), -cents(data.path("amount")));
                case "RefundPaidOut" -> add(unapplied, source(data), -cents(data.path("amount")));
                case "RefundReturned" -> add(unapplied, source(data), cents(data.path("amount")));
                default -> {
                    // The twins in the invoices' streams and everything that moves no money.
                }
            }
        }

        private void own(String document, JsonNode data) {
            if (data.path("accountId").isString()) {
                owner.put(document, data.path("accountId").asString());
            }
        }

        private void instalments(JsonNode data) {
            data.path("instalments").forEach(instalment -> {
                var item = invoice(data) + "/" + instalment.path("no").asInt();
                due.put(item, LocalDate.parse(instalment.path("dueDate").asString()));
                owner.put(item, data.path("accountId").asString());
                gross.put(item, cents(instalment.path("amount")));
                add(open, item, cents(instalment.path("amount")));
            });
        }

        /** What was sold leaves when it is assigned; what was not leaves when the factor is paid. */
        private void factored(String type, JsonNode data) {
            boolean byAssignment = type.equals("ReceivablesFactored") || type.equals("FactoredItemsBoughtBack");
            int sign = type.equals("ReceivablesFactored") || type.equals("FactorSettlementReported") ? -1 : 1;
            if (byAssignment == data.path("derecognised").asBoolean()) {
                data.path("items")
                        .forEach(item -> add(open, invoice(item) + "/" + item.path("instalment").asInt(),
                                sign * cents(item.path("amount"))));
            }
        }

        private void reduce(JsonNode data, int sign) {
            data.path("parts")
                    .forEach(part -> add(open, invoice(data) + "/" + part.path("instalment").asInt(),
                            sign * cents(part.path("amount"))));
        }

        private void settle(String source, JsonNode data, int sign) {
            data.path("parts").forEach(part -> {
                add(open, settled(data) + "/" + part.path("instalment").asInt(),
                        -sign * (cents(part.path("amount")) + cents(part.path("discount"))));
                add(unapplied, source, -sign * cents(part.path("amount")));
            });
        }

        private static void add(Map<String, Long> to, String key, long amount) {
            to.merge(key, amount, Long::sum);
        }

        private static String invoice(JsonNode data) {
            return "invoice " + data.path("invoiceId").asString();
        }

        private static String charge(JsonNode data) {
            return "late charge " + data.path("chargeId").asString();
        }

        /** An allocation names the invoice or the late charge. */
        private static String settled(JsonNode data) {
            return data.path("invoiceId").isString() ? invoice(data) : charge(data);
        }

        private static String payment(JsonNode data) {
            return "payment " + data.path("paymentId").asString();
        }

        private static String receiver(JsonNode data) {
            return "payment " + data.path("toPaymentId").asString();
        }

        private static String creditNote(JsonNode data) {
            return "credit note " + data.path("creditNoteId").asString();
        }

        private static String source(JsonNode data) {
            var kind = data.path("source").path("kind").asString().equals("PAYMENT") ? "payment " : "credit note ";
            return kind + data.path("source").path("id").asString();
        }

        private static long cents(JsonNode money) {
            return new BigDecimal(money.path("amount").asString()).movePointRight(2).longValueExact();
        }
    }
}
