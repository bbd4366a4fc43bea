package io.receivables.query.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.receivables.query.ledger.LedgerWriter.DatedFact;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import io.receivables.query.ledger.MultiRowInsert.Columns;
import io.receivables.query.ledger.SideBySide.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that fill the tables of the books. */
final class LedgerTables {

    static final String LOADED_MOVEMENTS = "loaded_movement";
    /** The tables to which {@link #load} hands rows. */
    static final List<String> LOADED = List.of("fact", "account", "document", "item", "identification",
            "late_charge", "reclassification", "movement", LOADED_MOVEMENTS, "memo", "approval_step", "agreement_step",
            "factoring_entry", "escalation", "limitation_interruption", "dunning_run", "dunning_letter", "dunning_item",
            "case_change", "over_legal_maximum", "returnable_payment");
    /** The tables that a rebuild fills while they have no index. */
    static final List<String> FILLED_AT_ONCE = List.of("fact", "account", "document", "item", "identification",
            "late_charge", "reclassification", "movement", "memo", "approval_step", "agreement_step", "open_item",
            "factoring_entry", "escalation", "limitation_interruption", "dunning_run", "dunning_letter", "dunning_item",
            "case_change", "over_legal_maximum", "returnable_payment");

    private static final MultiRowInsert<DatedFact> FACT = new Columns<DatedFact>()
            .bigint(dated -> dated.fact().position())
            .instant(DatedFact::recordedAt)
            .date(dated -> dated.fact().event().effectiveDate())
            .text(dated -> dated.fact().type())
            .text(dated -> dated.fact().stream().type())
            .text(dated -> dated.fact().stream().id())
            .text(dated -> dated.fact().accountId())
            .text(dated -> dated.fact().legalEntity())
            .text(dated -> dated.fact().who())
            .text(dated -> dated.fact().why())
            .date(dated -> dated.fact().lateAccountingDate())
            .into("insert into ledger.fact select * from %s on conflict (position) do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Account>> ACCOUNT = new Columns<PlacedRow<Row.Account>>()
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().customerId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().currency())
            .text(placed -> placed.row().receivableClass())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.account select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Document>> DOCUMENT = new Columns<PlacedRow<Row.Document>>()
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .text(placed -> placed.row().number())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().total().currency().getCurrencyCode())
            .date(placed -> placed.row().date())
            .bigint(placed -> placed.row().total().minorUnits())
            .bigint(PlacedRow::position)
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(placed -> placed.row().net() == null ? null : placed.row().net().minorUnits())
            .into("insert into ledger.document select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Item>> ITEM = new Columns<PlacedRow<Row.Item>>()
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .integer(placed -> placed.row().instalment())
            .date(placed -> placed.row().documentDate())
            .date(placed -> placed.row().dueDate())
            .text(placed -> placed.row().receivableClass())
            .date(placed -> placed.row().paidDate())
            .into("insert into ledger.item select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Identification>> IDENTIFICATION = new Columns<PlacedRow<Row.Identification>>()
            .text(placed -> placed.row().paymentId())
            .text(placed -> placed.row().accountId())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.identification select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.OverLegalMaximum>> OVER_LEGAL_MAXIMUM = new Columns<PlacedRow<Row.OverLegalMaximum>>()
            .text(placed -> placed.row().invoiceId())
            .bigint(PlacedRow::position)
            .into("insert into ledger.over_legal_maximum select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.ReturnablePayment>> RETURNABLE_PAYMENT = new Columns<PlacedRow<Row.ReturnablePayment>>()
            .text(placed -> placed.row().paymentId())
            .text(placed -> placed.row().accountId())
            .date(placed -> placed.row().countedFrom())
            .bigint(PlacedRow::position)
            .into("insert into ledger.returnable_payment select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.LateCharge>> LATE_CHARGE = new Columns<PlacedRow<Row.LateCharge>>()
            .text(placed -> placed.row().chargeId())
            .text(placed -> placed.row().invoiceId())
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().accountId())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.late_charge select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Reclassification>> RECLASSIFICATION = new Columns<PlacedRow<Row.Reclassification>>()
            .bigint(PlacedRow::position)
            .text(placed -> placed.row().invoiceId())
            .text(placed -> placed.row().from())
            .text(placed -> placed.row().to())
            .date(placed -> placed.fact().event().effectiveDate())
            .date(placed -> placed.fact().accountingDate())
            .instant(PlacedRow::recordedAt)
            .into("insert into ledger.reclassification select * from %s on conflict do nothing");

    // A movement without its item is a fault in the order of facts; the missing document date then refuses the batch.
    private static final String MOVEMENT_ROWS = """
            select r.position, r.ordinal, r.account_id, r.legal_entity, r.currency, r.document_type, r.document_id,
                   r.instalment, i.document_date, i.due_date,
                   case when r.account_id is not null then coalesce(i.receivable_class, a.receivable_class) end,
                   r.kind, r.reference, r.amount, r.effective_date, r.accounting_date, r.recorded_at,
                   coalesce(p.paid_date, r.paid_date)
              from %s as r (position, ordinal, account_id, legal_entity, currency, document_type, document_id,
                   instalment, kind, reference, amount, effective_date, accounting_date, recorded_at, paid_by,
                   paid_date)
              left join ledger.item i using (document_type, document_id, instalment)
              left join ledger.item p on p.document_id = r.paid_by and p.instalment = 0
                   and p.document_type = case r.kind when 'CASH' then 'PAYMENT' else 'CREDIT_NOTE' end
              left join ledger.account a on a.account_id = r.account_id""";

    // The sums move by the movements that are new, and only by those: read twice, counted once.
    private static final MultiRowInsert<PlacedRow<Row.Movement>> MOVEMENT = new Columns<PlacedRow<Row.Movement>>()
            .bigint(PlacedRow::position)
            .integer(PlacedRow::ordinal)
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().amount().currency().getCurrencyCode())
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .integer(placed -> placed.row().instalment())
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().reference())
            .bigint(placed -> placed.row().amount().minorUnits())
            .date(placed -> placed.fact().event().effectiveDate())
            .date(placed -> placed.fact().accountingDate())
            .instant(PlacedRow::recordedAt)
            .text(placed -> placed.row().paidBy())
            .date(placed -> placed.row().paidDate())
            .into(RollUps.with("insert into ledger.movement " + MOVEMENT_ROWS
                    + " on conflict (position, ordinal) do nothing returning *"));

    /** As {@link #MOVEMENT_ROWS} says it in SQL. */
    private static final MultiRowInsert<KnownItems.Dated> DATED_MOVEMENT = new Columns<KnownItems.Dated>()
            .bigint(dated -> dated.placed().position())
            .integer(dated -> dated.placed().ordinal())
            .text(dated -> dated.row().accountId())
            .text(dated -> dated.row().legalEntity())
            .text(dated -> dated.row().amount().currency().getCurrencyCode())
            .text(dated -> dated.row().type())
            .text(dated -> dated.row().id())
            .integer(dated -> dated.row().instalment())
            .date(dated -> dated.item().documentDate())
            .date(dated -> dated.item().dueDate())
            .text(KnownItems.Dated::receivableClass)
            .text(dated -> dated.row().kind())
            .text(dated -> dated.row().reference())
            .bigint(dated -> dated.row().amount().minorUnits())
            .date(dated -> dated.placed().fact().event().effectiveDate())
            .date(dated -> dated.placed().fact().accountingDate())
            .instant(dated -> dated.placed().recordedAt())
            .date(KnownItems.Dated::paidDate)
            .into("insert into ledger.movement select * from %s");

    private static final MultiRowInsert<PlacedRow<Row.Memo>> MEMO = new Columns<PlacedRow<Row.Memo>>()
            .bigint(PlacedRow::position)
            .integer(PlacedRow::ordinal)
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().amount().currency().getCurrencyCode())
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().reference())
            .bigint(placed -> placed.row().amount().minorUnits())
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.memo select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.ApprovalStep>> APPROVAL_STEP = new Columns<PlacedRow<Row.ApprovalStep>>()
            .bigint(PlacedRow::position)
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().approvalId())
            .text(placed -> placed.row().status())
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .date(placed -> placed.fact().event().effectiveDate())
            .text(placed -> placed.row().creditGroupId())
            .into("insert into ledger.approval_step select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.CaseChange>> CASE_CHANGE = new Columns<PlacedRow<Row.CaseChange>>()
            .bigint(PlacedRow::position)
            .text(placed -> placed.row().subject().kind())
            .text(placed -> placed.row().subject().id())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().aspect())
            .text(placed -> placed.row().value())
            .date(placed -> placed.row().day())
            .integer(placed -> placed.row().wakesOnNews() ? 1 : 0)
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.case_change select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.DunningRun>> DUNNING_RUN = new Columns<PlacedRow<Row.DunningRun>>()
            .text(placed -> placed.row().runId())
            .text(placed -> placed.row().legalEntity())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.dunning_run select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.DunningLetter>> DUNNING_LETTER = new Columns<PlacedRow<Row.DunningLetter>>()
            .text(placed -> placed.row().letterId())
            .text(placed -> placed.row().runId())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().amountDue().currency().getCurrencyCode())
            .integer(placed -> placed.row().level())
            .bigint(placed -> placed.row().amountDue().minorUnits())
            .bigint(placed -> placed.row().fee().minorUnits())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.dunning_letter select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.DunningItem>> DUNNING_ITEM = new Columns<PlacedRow<Row.DunningItem>>()
            .text(placed -> placed.row().letterId())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().invoiceId())
            .integer(placed -> placed.row().instalment())
            .integer(placed -> placed.row().level())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.dunning_item select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.AgreementStep>> AGREEMENT_STEP = new Columns<PlacedRow<Row.AgreementStep>>()
            .bigint(PlacedRow::position)
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().agreementId())
            .text(placed -> placed.row().status())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().amount() == null
                    ? null
                    : placed.row().amount().currency().getCurrencyCode())
            .text(placed -> placed.row().invoiceId())
            .bigint(placed -> placed.row().amount() == null ? null : placed.row().amount().minorUnits())
            .date(placed -> placed.row().due())
            .text(placed -> placed.row().owner())
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.agreement_step select * from %s on conflict do nothing");
    private static final MultiRowInsert<PlacedRow<Row.FactoringEntry>> FACTORING_ENTRY = new Columns<PlacedRow<Row.FactoringEntry>>()
            .bigint(PlacedRow::position)
            .integer(PlacedRow::ordinal)
            .text(placed -> placed.row().factoringId())
            .text(placed -> placed.row().factor())
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().amount().currency().getCurrencyCode())
            .integer(placed -> placed.row().derecognised() ? 1 : 0)
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().documentId())
            .integer(placed -> placed.row().instalment())
            .bigint(placed -> placed.row().amount().minorUnits())
            .text(placed -> placed.row().guaranteeFund())
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.factoring_entry select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Escalation>> ESCALATION = new Columns<PlacedRow<Row.Escalation>>()
            .bigint(PlacedRow::position)
            .integer(PlacedRow::ordinal)
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().kind())
            .text(placed -> placed.row().escalationId())
            .text(placed -> placed.row().documentId())
            .integer(placed -> placed.row().instalment())
            .integer(placed -> placed.row().step())
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.escalation select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.LimitationInterruption>> LIMITATION_INTERRUPTION = new Columns<PlacedRow<Row.LimitationInterruption>>()
            .bigint(PlacedRow::position)
            .integer(PlacedRow::ordinal)
            .text(placed -> placed.row().accountId())
            .text(placed -> placed.row().legalEntity())
            .text(placed -> placed.row().invoiceId())
            .integer(placed -> placed.row().instalment())
            .text(placed -> placed.row().interruptionId())
            .text(placed -> placed.row().kind())
            .integer(placed -> placed.row().step())
            .date(placed -> placed.fact().event().effectiveDate())
            .into("insert into ledger.limitation_interruption select * from %s on conflict do nothing");

    /** Takes the rows of one table. */
    interface Loader {

        /** @param insert has the columns of the table in their order, and may be run instead */
        <T> void add(String table, MultiRowInsert<T> insert, List<T> rows) throws SQLException;
    }

    /**
     * Hands the rows of facts that are new to a load.
     *
     * @return the movements of which something is not known that they take from items
     */
    static List<PlacedRow<Row.Movement>> load(List<DatedFact> facts, List<PlacedRow<Row>> all, KnownItems items,
            Loader loader) throws SQLException {
        var rows = byType(all);
        all.forEach(placed -> items.learn(placed.row()));
        loader.add("fact", FACT, facts);
        loader.add("account", ACCOUNT, only(Row.Account.class, rows));
        loader.add("document", DOCUMENT, only(Row.Document.class, rows));
        loader.add("item", ITEM, only(Row.Item.class, rows));
        loader.add("identification", IDENTIFICATION, only(Row.Identification.class, rows));
        loader.add("over_legal_maximum", OVER_LEGAL_MAXIMUM, only(Row.OverLegalMaximum.class, rows));
        loader.add("returnable_payment", RETURNABLE_PAYMENT, only(Row.ReturnablePayment.class, rows));
        loader.add("late_charge", LATE_CHARGE, only(Row.LateCharge.class, rows));
        loader.add("reclassification", RECLASSIFICATION, only(Row.Reclassification.class, rows));
        loader.add("memo", MEMO, only(Row.Memo.class, rows));
        loader.add("approval_step", APPROVAL_STEP, only(Row.ApprovalStep.class, rows));
        loader.add("case_change", CASE_CHANGE, only(Row.CaseChange.class, rows));
        loader.add("dunning_run", DUNNING_RUN, only(Row.DunningRun.class, rows));
        loader.add("dunning_letter", DUNNING_LETTER, only(Row.DunningLetter.class, rows));
        loader.add("dunning_item", DUNNING_ITEM, only(Row.DunningItem.class, rows));
        loader.add("agreement_step", AGREEMENT_STEP, only(Row.AgreementStep.class, rows));
        loader.add("factoring_entry", FACTORING_ENTRY, only(Row.FactoringEntry.class, rows));
        loader.add("escalation", ESCALATION, only(Row.Escalation.class, rows));
        loader.add("limitation_interruption", LIMITATION_INTERRUPTION, only(Row.LimitationInterruption.class, rows));
        return loadMovements(only(Row.Movement.class, rows), items, loader);
    }

    /** @return those of which something is not known that they take from items */
    static List<PlacedRow<Row.Movement>> loadMovements(List<PlacedRow<Row.Movement>> movements, KnownItems items,
            Loader loader) throws SQLException {
        var known = new ArrayList<KnownItems.Dated>();
        var others = new ArrayList<PlacedRow<Row.Movement>>();
        for (var movement : movements) {
            var dated = items.date(movement);
            if (dated == null) {
                others.add(movement);
            } else {
                known.add(dated);
            }
        }
        loader.add("movement", DATED_MOVEMENT, known);
        return others;
    }

    /** Copies movements that have found no item yet to a table at the side. */
    static void loadWithoutItem(List<PlacedRow<Row.Movement>> movements, Loader loader)
            throws SQLException {
        loader.add(LOADED_MOVEMENTS, MOVEMENT, movements);
    }

    /** Makes the table to which movements are loaded. */
    static String createLoadedMovements() {
        var columns = MOVEMENT.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(no -> "c" + no + " " + columns.get(no).type())
                .collect(joining(", ", "create unlogged table ledger." + LOADED_MOVEMENTS + " (", ")"));
    }

    /** Makes movements of those that went to the side, as {@link #insert} would have done. */
    static Step movements() {
        return new Step("movement", Set.of("item", "account", "reclassification"), List.of(
                "insert into ledger.movement " + MOVEMENT_ROWS.formatted("ledger." + LOADED_MOVEMENTS),
                "drop table ledger." + LOADED_MOVEMENTS,
                Reclassified.insertAll(),
                "analyze ledger.movement"));
    }

    private final JdbcTemplate jdbc;

    private final SchemaName schema;

    LedgerTables(JdbcTemplate jdbc, SchemaName schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /**
     * Writes rows of which some may be there already.
     *
     * @param all items before movements, which take their dates from them
     */
    void insert(List<DatedFact> facts, List<PlacedRow<Row>> all) {
        var rows = byType(all);
        FACT.run(jdbc, schema, facts);
        ACCOUNT.run(jdbc, schema, only(Row.Account.class, rows));
        DOCUMENT.run(jdbc, schema, only(Row.Document.class, rows));
        ITEM.run(jdbc, schema, only(Row.Item.class, rows));
        IDENTIFICATION.run(jdbc, schema, only(Row.Identification.class, rows));
        OVER_LEGAL_MAXIMUM.run(jdbc, schema, only(Row.OverLegalMaximum.class, rows));
        RETURNABLE_PAYMENT.run(jdbc, schema, only(Row.ReturnablePayment.class, rows));
        LATE_CHARGE.run(jdbc, schema, only(Row.LateCharge.class, rows));
        RECLASSIFICATION.run(jdbc, schema, only(Row.Reclassification.class, rows));
        insertMovements(only(Row.Movement.class, rows));
        Reclassified.insert(jdbc, schema, all);
        MEMO.run(jdbc, schema, only(Row.Memo.class, rows));
        APPROVAL_STEP.run(jdbc, schema, only(Row.ApprovalStep.class, rows));
        CASE_CHANGE.run(jdbc, schema, only(Row.CaseChange.class, rows));
        DUNNING_RUN.run(jdbc, schema, only(Row.DunningRun.class, rows));
        DUNNING_LETTER.run(jdbc, schema, only(Row.DunningLetter.class, rows));
        DUNNING_ITEM.run(jdbc, schema, only(Row.DunningItem.class, rows));
        AGREEMENT_STEP.run(jdbc, schema, only(Row.AgreementStep.class, rows));
        FACTORING_ENTRY.run(jdbc, schema, only(Row.FactoringEntry.class, rows));
        ESCALATION.run(jdbc, schema, only(Row.Escalation.class, rows));
        LIMITATION_INTERRUPTION.run(jdbc, schema, only(Row.LimitationInterruption.class, rows));
    }

    /** Refuses movements without an item. */
    void insertMovements(List<PlacedRow<Row.Movement>> movements) {
        MOVEMENT.run(jdbc, schema, movements);
    }

    private static Map<Class<?>, List<PlacedRow<Row>>> byType(List<PlacedRow<Row>> rows) {
        return rows.stream().collect(groupingBy(placed -> placed.row().getClass()));
    }

    @SuppressWarnings("unchecked") // each is kept under its own class
    private static <R extends Row> List<PlacedRow<R>> only(Class<R> type, Map<Class<?>, List<PlacedRow<Row>>> rows) {
        return (List<PlacedRow<R>>) (List<?>) rows.getOrDefault(type, List.of());
    }
}
