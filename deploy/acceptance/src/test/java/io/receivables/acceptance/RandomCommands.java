package io.receivables.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A company's year at random, through every command: documents, dates and amounts are drawn without asking whether they
 * fit, so that many commands are refused and the product alone keeps the book right.
 */
final class RandomCommands {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final List<String> ACCOUNTS = List.of("C1", "C2", "C3");

    private final Random random;
    private final Book book;
    private final Api asker;
    private final Api approver;
    private final List<String> invoices = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> creditNotes = new ArrayList<>();
    private final List<String> allocations = new ArrayList<>();
    private final List<String> writeOffs = new ArrayList<>();
    private final List<String> recoveries = new ArrayList<>();
    private final List<String> refunds = new ArrayList<>();
    private final RandomCredit credit;
    private final RandomDunning dunning;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final RandomLosses losses;
    private final RandomPeriods periods;
    private final RandomChargeCommands charges;
    private final RandomClasses classes;
    private final RandomAgreements agreements;
    private final RandomFactoring factoring;
    private int number;

    RandomCommands(Random random, Book book, Api asker, Api approver) {
        this.random = random;
        this.book = book;
        this.asker = asker;
        this.approver = approver;
        this.losses = new RandomLosses(random,
                (what, boss, path, body) -> send(what, boss ? approver : asker, path, body), this::date, this::amount);
        this.charges = new RandomChargeCommands(random, book, (what, path, body) -> send(what, asker, path, body));
        this.periods = new RandomPeriods(random, book, (what, path, body) -> send(what, asker, path, body));
        this.factoring = new RandomFactoring(random, (what, path, body) -> send(what, asker, path, body),
                this::lateDate,
                this::amount);
        this.credit = new RandomCredit(random, this::account, this::amount, this::date,
                (what, method, path, body) -> send(what, method, asker, path, body));
        this.classes = new RandomClasses(random, this::date, (what, path, body) -> send(what, asker, path, body));
        this.agreements = new RandomAgreements(random, book, this::account, this::amount, this::date,
                (what, path, body) -> send(what, asker, path, body));
        this.dunning = new RandomDunning(random, book, this::account, this::date,
                (what, method, path, body) -> send(what, method, asker, path, body));
        ACCOUNTS.forEach(book::account);
        policy("2024-01-01", "PRO_RATA", "CHARGE");
        policy("2024-05-01", "ALL_OR_NOTHING", "EXCLUDE");
    }

    private void policy(String validFrom, String discountMode, String disputedItems) {
        book.seen(approver.put("/v1/credit-policies/" + book.entity(), Map.of("validFrom", validFrom, "approvals",
                Map.of("writeOffLimit", book.money("100.00"), "refundLimit", book.money("100.00")), "tolerance",
                book.money("5.00"), "discounts", Map.of("mode", discountMode), "lateCharges",
                RandomChargeCommands.rules(book, disputedItems), "dunning", RandomDunning.rules(book))));
    }

    /** How often each command was done. */
    Map<String, Integer> done() {
        return done;
    }

    /** How often each refusal was the answer. */
    Map<String, Integer> refused() {
        return refused;
    }

    List<String> payments() {
        return payments;
    }

    void next() {
        if (random.nextInt(16) == 0) {
            classes.next(any(invoices), account());
            return;
        }
        if (random.nextInt(12) == 0) {
            factoring.next(invoices, payments, account());
            return;
        }
        if (random.nextInt(12) == 0) {
            credit.next();
            return;
        }
        if (random.nextInt(8) == 0) {
            agreements.next(invoices);
            return;
        }
        if (random.nextInt(15) == 0) {
            dunning.next(any(invoices));
            return;
        }
        if (random.nextInt(30) == 0) {
            periods.next(account(), date());
            return;
        }
        if (random.nextInt(25) == 0) {
            RandomControls.next(random, any(writeOffs), any(refunds),
                    path -> send("approve own", asker, path, Map.of()));
            return;
        }
        switch (random.nextInt(36)) {
            case 0, 1, 2 -> issue();
            case 3, 4 -> receive();
            case 5 -> send("identify", asker, "/v1/payments/" + any(payments) + "/identification",
                    Map.of("accountId", account(), "effectiveDate", date()));
            case 6, 7, 8, 9 -> allocate(any(payments), "/v1/payments/");
            case 10 -> send("reverse allocation", asker, any(allocations) + "/reversal", reason());
            case 11 -> send("reverse payment", asker, "/v1/payments/" + any(payments) + "/reversal", reason());
            case 12 -> creditNote();
            case 13 -> allocate(any(creditNotes), "/v1/credit-notes/");
            case 14 -> send("cancel credit note", asker, "/v1/credit-notes/" + any(creditNotes) + "/cancellation",
                    reason());
            case 15 -> send("cancel invoice", asker, "/v1/invoices/" + any(invoices) + "/cancellation", reason());
            case 16, 17 -> keep(writeOffs, "writeOffId", "", send("write off", asker,
                    "/v1/invoices/" + any(invoices) + "/write-offs", writeOff()));
            case 18 -> send("approve write-off", approver, "/v1/write-offs/" + any(writeOffs) + "/approval", Map.of());
            case 19 -> decideWriteOff();
            case 20 -> recover();
            case 21 -> refund();
            case 28 -> new RandomTerms(random, book).reschedule(any(invoices),
                    (path, body) -> send("reschedule", asker, path, body));
            case 22 -> send("approve refund", approver, "/v1/refunds/" + any(refunds) + "/approval", Map.of());
            case 23, 24, 25, 26, 27 -> losses.next(payments, creditNotes, invoices, account());
            case 29 -> decideRefund();
            case 30, 31, 32 -> charges.next(any(invoices), any(payments));
            default -> findAllocations();
        }
    }

    private void issue() {
        var id = book.id("I" + number++);
        var issued = randomDate();
        var amounts = random.ints(1 + random.nextInt(3), 1, 60_000).mapToObj(RandomCommands::decimal).toList();
        var instalments = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < amounts.size(); i++) {
            instalments.add(Map.of("dueDate", issued.plusDays(20L * (i + 1)).toString(), "amount",
                    book.money(amounts.get(i).toPlainString())));
        }
        var body = new LinkedHashMap<String, Object>(Map.of("invoiceId", id, "invoiceNumber", id, "accountId",
                account(), "issueDate", issued.toString(), "total",
                book.money(amounts.stream().reduce(BigDecimal::add).orElseThrow().toPlainString()), "instalments",
                instalments));
        if (random.nextInt(3) == 0) {
            body.put("discount", Map.of("percent", "2", "until", issued.plusDays(30).toString()));
        }
        openingInOneOfFour(body, issued);
        keep(invoices, "invoiceId", "", send("issue", asker, "/v1/invoices", body));
    }

    private void receive() {
        var received = randomDate();
        var body = new LinkedHashMap<String, Object>(Map.of("paymentId", book.id("P" + number++), "amount", amount(),
                "receivedDate", received.toString(), "method", "BANK_TRANSFER", "legalEntity", book.entity()));
        if (random.nextInt(4) > 0) {
            body.put("accountId", account());
            if (random.nextInt(3) == 0) {
                body.put("allocations", List.of(Map.of("invoiceId", any(invoices), "amount", amount())));
            }
        }
        openingInOneOfFour(body, received);
        keep(payments, "paymentId", "", send("receive", asker, "/v1/payments", body));
    }

    private void creditNote() {
        var id = book.id("N" + number++);
        var issued = randomDate();
        var body = new LinkedHashMap<String, Object>(
                Map.of("creditNoteId", id, "creditNoteNumber", id, "accountId", account(), "issueDate",
                        issued.toString(), "total", amount(), "reason", "returned goods"));
        openingInOneOfFour(body, issued);
        keep(creditNotes, "creditNoteId", "", send("credit", asker, "/v1/credit-notes", body));
    }

    /** Some documents were open already in another ledger, and count here from a later day. */
    private void openingInOneOfFour(Map<String, Object> body, LocalDate date) {
        if (random.nextInt(4) == 0) {
            body.put("opening", Map.of("cutOverDate", date.plusDays(random.nextInt(60)).toString()));
        }
    }

    private void allocate(String source, String collection) {
        var path = collection + source + "/allocations";
        var body = new LinkedHashMap<String, Object>(
                Map.of("invoiceId", any(invoices), "amount", amount(), "effectiveDate", lateDate()));
        if (random.nextInt(3) == 0) {
            body.put("instalment", 1 + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            body.put("writeOffDifference", true);
        }
        keep(allocations, "allocationId", path + "/", send("allocate " + collection, asker, path, body));
    }

    /** The rules of the policy choose. */
    private void findAllocations() {
        var source = random.nextInt(3) > 0 ? "/v1/payments/" + any(payments) : "/v1/credit-notes/" + any(creditNotes);
        var answer = send("find allocations", asker, source + "/auto-allocation", Map.of("effectiveDate", lateDate()));
        if (answer.status() < 300) {
            answer.json()
                    .path("allocations")
                    .forEach(made -> allocations.add(source + "/allocations/" + made.path("allocationId").asString()));
        }
    }

    private Map<String, Object> writeOff() {
        var body = new HashMap<String, Object>(Map.of("reason", "cannot pay", "effectiveDate", date()));
        if (random.nextBoolean()) {
            body.put("amount", amount());
        }
        return body;
    }

    private void decideWriteOff() {
        if (random.nextInt(3) == 0) {
            send("reject write-off", approver, "/v1/write-offs/" + any(writeOffs) + "/rejection", Map.of());
        } else {
            send("reverse write-off", asker, "/v1/write-offs/" + any(writeOffs) + "/reversal", reason());
        }
    }

    private void recover() {
        if (random.nextInt(4) == 0) {
            send("reverse recovery", asker, any(recoveries) + "/reversal", reason());
            return;
        }
        var path = "/v1/invoices/" + any(invoices) + "/recoveries";
        var body = new HashMap<String, Object>(Map.of("amount", amount(), "effectiveDate", date()));
        if (random.nextBoolean()) {
            body.put("paymentId", any(payments));
        }
        keep(recoveries, "recoveryId", path + "/", send("recover", asker, path, body));
    }

    private void refund() {
        var source = random.nextBoolean() ? "/v1/payments/" + any(payments) : "/v1/credit-notes/" + any(creditNotes);
        keep(refunds, "refundId", "", send("ask for refund", asker, source + "/refunds",
                Map.of("amount", amount(), "reason", "paid twice", "effectiveDate", date())));
    }

    private void decideRefund() {
        var refund = "/v1/refunds/" + any(refunds);
        switch (random.nextInt(4)) {
            case 0 -> send("reject refund", approver, refund + "/rejection", Map.of());
            case 1, 2 -> send("pay refund", asker, refund + "/payout", Map.of("paidDate", date()));
            default -> send("return refund", asker, refund + "/reversal", reason());
        }
    }

    private Answer send(String what, Api who, String path, Object body) {
        return send(what, "POST", who, path, body);
    }

    private Answer send(String what, String method, Api who, String path, Object body) {
        var answer = "PUT".equals(method) ? who.put(path, body) : who.post(path, body);
        if (answer.status() < 300) {
            book.seen(answer);
            done.merge(what, 1, Integer::sum);
        } else {
            refused.merge(answer.problem().text("/code"), 1, Integer::sum);
        }
        return answer;
    }

    private static void keep(List<String> ids, String field, String prefix, Answer answer) {
        if (answer.status() < 300) {
            ids.add(prefix + answer.text("/" + field));
        }
    }

    private String any(List<String> ids) {
        return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    }

    private String account() {
        return book.id(ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
    }

    private Map<String, String> reason() {
        return Book.reason("at random", date());
    }

    private Map<String, String> amount() {
        return book.money(decimal(1 + random.nextInt(random.nextBoolean() ? 8_000 : 50_000)).toPlainString());
    }

    private String date() {
        return randomDate().toString();
    }

    /** After most documents, so that many of them can be allocated. */
    private String lateDate() {
        return FIRST.plusDays(150 + random.nextInt(150)).toString();
    }

    private LocalDate randomDate() {
        return FIRST.plusDays(random.nextInt(240));
    }

    private static BigDecimal decimal(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
