package io.receivables.query.audit.proof;

import java.util.List;

/** Edits past the product: of each table one row is changed, one taken away and one added. */
final class Planted {

    private static final String NOWHERE = "position + 1000000000";

    private Planted() {}

    static List<String> in(ProvedTable table, String entity) {
        var ours = switch (table) {
            case ITEM -> "document_id like '" + entity + "-%'";
            case IDENTIFICATION, LATE_CHARGE, RECLASSIFICATION, DUNNING_ITEM, OVER_LEGAL_MAXIMUM, RETURNABLE_PAYMENT ->
                "position in (select position from ledger.fact where legal_entity = '" + entity + "')";
            default -> "legal_entity = '" + entity + "'";
        };
        return switch (table) {
            case EVENT_LOG -> edits(table, ours, "who = 'somebody'",
                    "\"position\": %s, \"recorded_at\": \"2199-01-01T00:00:00Z\"");
            case ACCOUNT -> edits(table, ours, "customer_id = 'somebody'", "\"position\": %s, \"account_id\": \"X\"");
            case DOCUMENT -> edits(table, ours, "net_total = 1", "\"position\": %s, \"document_id\": \"X\"");
            case IDENTIFICATION -> edits(table, ours, "effective_date = effective_date + 1",
                    "\"position\": %s, \"document_id\": \"X\"");
            case LATE_CHARGE -> edits(table, ours, "invoice_id = 'X'", "\"position\": %s, \"charge_id\": \"X\"");
            case OVER_LEGAL_MAXIMUM ->
                edits(table, ours, "invoice_id = 'X'", "\"position\": %s, \"invoice_id\": \"Y\"");
            case RETURNABLE_PAYMENT -> edits(table, ours, "counted_from = counted_from + 1",
                    "\"position\": %s, \"payment_id\": \"X\"");
            case RECLASSIFICATION -> edits(table, ours, "accounting_date = accounting_date + 1", "\"position\": %s");
            case MOVEMENT -> edits(table, ours, "amount = amount + 1", "\"position\": %s");
            case MEMO -> edits(table, ours, "reference = 'X'", "\"position\": %s");
            case APPROVAL_STEP -> edits(table, ours, "status = 'X'", "\"position\": %s");
            case AGREEMENT_STEP -> edits(table, ours, "owner = 'somebody'", "\"position\": %s");
            case FACTORING_ENTRY -> edits(table, ours, "amount = amount - 1", "\"position\": %s");
            case ESCALATION -> edits(table, ours, "step = -step", "\"position\": %s");
            case LIMITATION_INTERRUPTION -> edits(table, ours, "effective_date = '2020-01-01'", "\"position\": %s");
            case DUNNING_RUN ->
                edits(table, ours, "effective_date = '2020-01-01'", "\"position\": %s, \"run_id\": \"X\"");
            case DUNNING_LETTER -> edits(table, ours, "fee = fee + 1", "\"position\": %s, \"letter_id\": \"X\"");
            case DUNNING_ITEM -> edits(table, ours, "level = level + 1", "\"position\": %s, \"letter_id\": \"X\"");
            case CASE_CHANGE -> edits(table, ours, "wakes_on_news = 1 - wakes_on_news", "\"position\": %s");
            case ITEM -> edits(table, ours, "due_date = '2020-01-01'", "\"document_id\": \"X\"");
            case OPEN_ITEM -> edits(table, ours, "amount = amount * 2", "\"document_id\": \"X\"");
            case ACCOUNT_TOTAL -> edits(table, ours, "amount = amount + 1", "\"account_id\": \"X\"");
            case MONTH_TOTAL -> edits(table, ours, "amount = amount + 1", "\"recorded_month\": \"2199-01-01\"");
            case MOVEMENT_TOTAL -> edits(table, ours, "movements = movements + 1",
                    "\"recorded_month\": \"2199-01-01\"");
            case KIND_TOTAL -> edits(table, ours, "amount = amount + 1", "\"recorded_month\": \"2199-01-01\"");
        };
    }

    /** @param other what makes a copy of a row another one, as JSON */
    private static List<String> edits(ProvedTable table, String ours, String change, String other) {
        var name = "ledger." + table.stored();
        return List.of(
                "update %s set %s where ctid = (select min(ctid) from %s where %s)".formatted(name, change, name, ours),
                """
                        delete from %s where ctid = (select ctid from %s where %s and ctid not in (
                            select ctid from %s where xmin = pg_current_xact_id()::xid) order by ctid desc limit 1)"""
                        .formatted(name, name, ours, name),
                "insert into %s select (jsonb_populate_record(t, format('{%s}'%s)::jsonb)).* from %s t where %s limit 1"
                        .formatted(name, other, other.contains("%s") ? ", " + NOWHERE : "", name, ours));
    }
}
