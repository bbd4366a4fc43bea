package io.receivables.command.testing;

import io.receivables.platform.identity.Role;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts that tests begin with, told through the API. Each test takes a legal entity of its own. */
public final class Book {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Api CONTROLLER = Api.as(Role.CONTROLLER);

    public final String entity;
    public final String account;

    private Book(String entity, String account) {
        this.entity = entity;
        this.account = account;
    }

    /** A French entity with one account in EUR, open since 2025. */
    public static Book open() {
        int n = COUNTER.incrementAndGet();
        var entity = "FR" + n;
        CONTROLLER.put("/v1/legal-entities/" + entity,
                "{'name':'Entity','country':'FR','timeZone':'Europe/Paris','baseCurrency':'EUR'}").expect(201);
        return new Book(entity, openAccount(entity, "C" + n, "EUR"));
    }

    public static String openAccount(String entity, String account, String currency) {
        CONTROLLER.post("/v1/customer-accounts", """
                {'accountId':'%s','customerId':'%s','name':'Customer','legalEntity':'%s','currency':'%s',
                 'effectiveDate':'2025-01-01'}""".formatted(account, account, entity, currency)).expect(201);
        return account;
    }

    /** A new id that no other test has. */
    public static String id(String prefix) {
        return prefix + "-" + COUNTER.incrementAndGet();
    }

    /** An invoice in EUR issued 2026-01-01, due 2026-01-31; its id. */
    public String invoice(String total) {
        var id = id("INV");
        CONTROLLER.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'2026-01-31',
                 'total':%s}""".formatted(id, id, account, eur(total))).expect(201);
        return id;
    }

    /** A payment in EUR received 2026-01-20, not allocated; its id. */
    public String payment(String amount) {
        var id = id("P");
        CONTROLLER.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'BANK_TRANSFER'}"""
                .formatted(id, account, eur(amount))).expect(201);
        return id;
    }

    public static String eur(String amount) {
        return "{'amount':'" + amount + "','currency':'EUR'}";
    }

    /** Lets one person decide up to these amounts, from 2026-01-01 on. */
    public void limits(String writeOff, String refund) {
        CONTROLLER.put("/v1/credit-policies/" + entity, """
                {'validFrom':'2026-01-01','approvals':{'writeOffLimit':%s,'refundLimit':%s}}"""
                .formatted(eur(writeOff), eur(refund))).expect(201);
    }

    /** A credit note in EUR issued 2026-01-15, not allocated; its id. */
    public String creditNote(String total) {
        var id = id("CN");
        CONTROLLER.post("/v1/credit-notes", """
                {'creditNoteId':'%s','creditNoteNumber':'%s','accountId':'%s','issueDate':'2026-01-15','total':%s,
                 'reason':'goods returned'}""".formatted(id, id, account, eur(total))).expect(201);
        return id;
    }
}
