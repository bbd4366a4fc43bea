package io.receivables.query.audit.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the books that is proved, with the columns that are compared. The number that tells the rows of one fact apart
 * ({@code ordinal}) is not: it says nothing, so rows of one fact are compared as a set.
 */
enum ProvedTable {
    /** What it shows beside these columns is no copy of an event but the event. */
    EVENT_LOG(Order.BY_POSITION, "recorded_at", "effective_date", "type", "stream_type", "stream_id", "account_id",
            "legal_entity", "who", "why", "accounting_date"),
    ACCOUNT(Order.BY_POSITION, "account_id", "customer_id", "legal_entity", "currency", "receivable_class",
            "opened_date"),
    DOCUMENT(Order.BY_POSITION, "document_type", "document_id", "number", "account_id", "legal_entity", "currency",
            "document_date", "total", "effective_date", "net_total"),
    IDENTIFICATION(Order.BY_POSITION, "document_id", "account_id", "effective_date"),
    OVER_LEGAL_MAXIMUM(Order.BY_POSITION, "invoice_id"),
    RETURNABLE_PAYMENT(Order.BY_POSITION, "payment_id", "account_id", "counted_from"),
    LATE_CHARGE(Order.BY_POSITION, "charge_id", "invoice_id", "kind", "account_id", "effective_date"),
    RECLASSIFICATION(Order.BY_POSITION, "invoice_id", "from_class", "to_class", "effective_date", "accounting_date",
            "recorded_at"),
    MOVEMENT(Order.BY_POSITION_AND_ORDINAL, "account_id", "legal_entity", "currency", "document_type", "document_id",
            "instalment", "document_date", "due_date", "receivable_class", "kind", "reference", "amount",
            "effective_date", "accounting_date", "recorded_at", "paid_date"),
    MEMO(Order.BY_POSITION_AND_ORDINAL, "account_id", "legal_entity", "currency", "document_type", "document_id",
            "kind", "reference", "amount", "effective_date"),
    APPROVAL_STEP(Order.BY_POSITION, "kind", "approval_id", "status", "document_type", "document_id", "account_id",
            "legal_entity", "effective_date", "credit_group_id"),
    AGREEMENT_STEP(Order.BY_POSITION, "kind", "agreement_id", "status", "account_id", "legal_entity", "currency",
            "document_id", "amount", "due_date", "owner", "effective_date"),
    FACTORING_ENTRY(Order.BY_POSITION_AND_ORDINAL, "factoring_id", "factor", "account_id", "legal_entity", "currency",
            "derecognised", "kind", "document_id", "instalment", "amount", "guarantee_fund_percent", "effective_date"),
    ESCALATION(Order.BY_POSITION_AND_ORDINAL, "account_id", "legal_entity", "kind", "escalation_id", "document_id",
            "instalment", "step", "effective_date"),
    LIMITATION_INTERRUPTION(Order.BY_POSITION_AND_ORDINAL, "account_id", "legal_entity", "document_id", "instalment",
            "interruption_id", "kind", "step", "effective_date"),
    DUNNING_RUN(Order.BY_POSITION, "run_id", "legal_entity", "effective_date"),
    DUNNING_LETTER(Order.BY_POSITION, "letter_id", "run_id", "account_id", "legal_entity", "currency", "level",
            "amount_due", "fee", "effective_date"),
    DUNNING_ITEM(Order.BY_POSITION, "letter_id", "account_id", "invoice_id", "instalment", "level", "effective_date"),
    CASE_CHANGE(Order.BY_POSITION, "subject_kind", "subject_id", "legal_entity", "aspect", "value", "day",
            "wakes_on_news", "effective_date"),
    ITEM(Order.NONE, "document_type", "document_id", "instalment", "document_date", "due_date", "receivable_class",
            "paid_date"),
    OPEN_ITEM(Order.NONE, "document_type", "document_id", "instalment", "account_id", "legal_entity", "currency",
            "document_date", "due_date", "receivable_class", "amount"),
    ACCOUNT_TOTAL(Order.NONE, "account_id", "legal_entity", "currency", "amount", "debt"),
    MONTH_TOTAL(Order.NONE, "legal_entity", "currency", "basis", "effective_month", "recorded_month", "aged_from",
            "receivable_class", "amount"),
    MOVEMENT_TOTAL(Order.NONE, "legal_entity", "currency", "effective_date", "recorded_month", "receivable_class",
            "amount", "movements"),
    KIND_TOTAL(Order.NONE, "legal_entity", "currency", "effective_date", "recorded_month", "receivable_class",
            "document_type", "kind", "amount");

    /** How its rows can be read: in the order of the facts that they come from, or in none. */
    private enum Order {
        BY_POSITION,
        BY_POSITION_AND_ORDINAL,
        NONE
    }

    /** Those whose rows come from one fact each, and are compared while the history is read. */
    static final List<ProvedTable> OF_FACTS = Stream.of(values()).filter(it -> it.order != Order.NONE).toList();

    private final Order order;
    private final List<String> columns;
    private final int legalEntity;

    ProvedTable(Order order, String... columns) {
        this.order = order;
        this.columns = List.of(columns);
        this.legalEntity = this.columns.indexOf("legal_entity");
    }

    /** As the database calls it. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the rows are: the log is a view of facts and their events. */
    String stored() {
        return this == EVENT_LOG ? "fact" : table();
    }

    List<String> columns() {
        return columns;
    }

    /** All its rows; with their position first if they come from one fact each, in the order of positions. */
    String select() {
        var listed = columns.stream().map(ProvedTable::expression).collect(Collectors.joining(", "));
        return switch (order) {
            case BY_POSITION -> "select position, " + listed + " from ledger." + stored() + " order by position";
            case BY_POSITION_AND_ORDINAL ->
                "select position, " + listed + " from ledger." + stored() + " order by position, ordinal";
            case NONE -> "select " + listed + " from ledger." + stored();
        };
    }

    /** Times are compared in whole microseconds. */
    private static String expression(String column) {
        return column.equals("recorded_at") ? "(extract(epoch from recorded_at) * 1000000)::bigint" : column;
    }

    /** The legal entity that a row names; null where the table has no such column. */
    @Nullable
    String legalEntity(@Nullable String[] row) {
        return legalEntity < 0 ? null : row[legalEntity];
    }

    /** A row for a reader; what is empty is left out. */
    Map<String, String> shown(@Nullable String[] row) {
        var shown = new LinkedHashMap<String, String>();
        for (int i = 0; i < row.length; i++) {
            var value = row[i];
            if (value != null) {
                shown.put(columns.get(i), columns.get(i).equals("recorded_at") ? Micros.text(value) : value);
            }
        }
        return shown;
    }
}
