package io.receivables.standalone.bookimport;

import java.util.List;

/** Which column of the file a refusal of the server is about. */
final class Blame {

    private final Columns columns;
    private final BookKind kind;

    Blame(Columns columns, BookKind kind) {
        this.columns = columns;
        this.kind = kind;
    }

    Finding finding(Outcome outcome, BatchLine line) {
        return new Finding(line.row(), column(outcome), String.valueOf(outcome.code()), outcome.detail());
    }

    private String column(Outcome outcome) {
        if (outcome.pointer().startsWith("/opening/originalTotal")) {
            return columns.nameOf(Field.AMOUNT);
        }
        var name = outcome.pointer().isEmpty() ? "" : outcome.pointer().split("/")[1];
        return switch (name) {
            case "total", "amount" -> amount();
            case "issueDate", "receivedDate" -> columns.nameOf(Field.ISSUE_DATE);
            case "dueDate", "instalments" -> columns.nameOf(Field.DUE_DATE);
            case "invoiceId", "invoiceNumber", "creditNoteId", "creditNoteNumber", "paymentId" ->
                columns.nameOf(Field.NUMBER);
            case "accountId" -> account();
            case "customerId" -> columns.nameOf(Field.CUSTOMER);
            case "name" -> columns.nameOf(Field.NAME);
            case "currency" -> columns.nameOf(Field.CURRENCY);
            case "reference", "reason" -> columns.nameOf(Field.REFERENCE);
            case "terms", "discount" -> columns.nameOf(Field.TERMS);
            default -> byCode(String.valueOf(outcome.code()));
        };
    }

    private String byCode(String code) {
        return switch (code) {
            case "INVOICE_ALREADY_EXISTS", "INVOICE_NUMBER_TAKEN", "CREDIT_NOTE_ALREADY_EXISTS",
                    "CREDIT_NOTE_NUMBER_TAKEN", "PAYMENT_ALREADY_EXISTS" ->
                columns.nameOf(Field.NUMBER);
            case "CUT_OVER_BEFORE_DOCUMENT" -> columns.nameOf(Field.ISSUE_DATE);
            case "CURRENCY_MISMATCH" -> columns.nameOf(Field.CURRENCY);
            case "AMOUNT_NOT_POSITIVE" -> amount();
            case "ACCOUNT_NOT_FOUND", "ACCOUNT_MISMATCH" -> account();
            default -> "";
        };
    }

    private String amount() {
        var fields = kind == BookKind.OPEN_ITEMS
                ? List.of(Field.OPEN_AMOUNT, Field.AMOUNT)
                : List.of(Field.AMOUNT, Field.OPEN_AMOUNT);
        return columns.nameOf(columns.has(fields.getFirst()) ? fields.getFirst() : fields.getLast());
    }

    private String account() {
        return columns.nameOf(columns.has(Field.ACCOUNT) ? Field.ACCOUNT : Field.CUSTOMER);
    }
}
