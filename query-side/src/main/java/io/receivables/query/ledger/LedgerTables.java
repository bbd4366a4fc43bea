package io.receivables.query.ledger;

import io.receivables.query.ledger.LedgerWriter.DatedFact;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import io.receivables.query.ledger.MultiRowInsert.Columns;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that fill the tables of the books. */
final class LedgerTables {

    private static final MultiRowInsert<DatedFact> EVENT_LOG = new Columns<DatedFact>()
            .bigint(dated -> dated.fact().position())
            .instant(DatedFact::recordedAt)
            .date(dated -> dated.fact().event().effectiveDate())
            .text(dated -> dated.fact().type())
            .text(dated -> dated.fact().revision())
            .text(dated -> dated.fact().stream().type())
            .text(dated -> dated.fact().stream().id())
            .bigint(dated -> dated.fact().sequence())
            .text(dated -> dated.fact().accountId())
            .text(dated -> dated.fact().legalEntity())
            .text(dated -> dated.fact().provenance().who())
            .text(dated -> dated.fact().provenance().why())
            .text(dated -> dated.fact().provenance().commandId())
            .text(dated -> dated.fact().provenance().correlationId())
            .text(dated -> dated.fact().data())
            .into("""
                    insert into ledger.event_log
                    select position, recorded_at, effective_date, type, revision, stream_type, stream_id, sequence,
                           account_id, legal_entity, who, coalesce(why, data::json ->> 'reason'), command_id,
                           correlation_id, data::json
                      from %s as r (position, recorded_at, effective_date, type, revision, stream_type, stream_id,
                           sequence, account_id, legal_entity, who, why, command_id, correlation_id, data)
                        on conflict (position) do nothing""");

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
            .into("insert into ledger.document select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Item>> ITEM = new Columns<PlacedRow<Row.Item>>()
            .text(placed -> placed.row().type())
            .text(placed -> placed.row().id())
            .integer(placed -> placed.row().instalment())
            .date(placed -> placed.row().documentDate())
            .date(placed -> placed.row().dueDate())
            .text(placed -> placed.row().receivableClass())
            .into("insert into ledger.item select * from %s on conflict do nothing");

    private static final MultiRowInsert<PlacedRow<Row.Identification>> IDENTIFICATION = new Columns<PlacedRow<Row.Identification>>()
            .text(placed -> placed.row().paymentId())
            .text(placed -> placed.row().accountId())
            .date(placed -> placed.fact().event().effectiveDate())
            .bigint(PlacedRow::position)
            .into("insert into ledger.identification select * from %s on conflict do nothing");

    // The open items move by the movements that are new, and only by those: read twice, counted once. A movement
    // without
    // its item is a fault in the order of facts; the missing document date then refuses the batch.
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
            .instant(PlacedRow::recordedAt)
            .into("""
                    with added as (
                        insert into ledger.movement
                        select r.position, r.ordinal, r.account_id, r.legal_entity, r.currency, r.document_type,
                               r.document_id, r.instalment, i.document_date, i.due_date, i.receivable_class, r.kind,
                               r.reference, r.amount, r.effective_date, r.effective_date, r.recorded_at
                          from %s as r (position, ordinal, account_id, legal_entity, currency, document_type,
                               document_id, instalment, kind, reference, amount, effective_date, recorded_at)
                          left join ledger.item i using (document_type, document_id, instalment)
                            on conflict (position, ordinal) do nothing
                     returning *)
                    insert into ledger.open_item as o (document_type, document_id, instalment, account_id, legal_entity,
                           currency, document_date, due_date, receivable_class, amount)
                    select document_type, document_id, instalment, account_id, legal_entity, currency, document_date,
                           due_date, receivable_class, sum(amount)
                      from added
                     group by document_type, document_id, instalment, account_id, legal_entity, currency, document_date,
                           due_date, receivable_class
                        on conflict (document_type, document_id, instalment, account_id)
                        do update set amount = o.amount + excluded.amount""");

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
            .into("insert into ledger.approval_step select * from %s on conflict do nothing");

    private final JdbcTemplate jdbc;

    LedgerTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Items before movements, which take their dates from them. */
    void insert(List<DatedFact> facts, List<PlacedRow<Row>> rows) {
        EVENT_LOG.run(jdbc, facts);
        ACCOUNT.run(jdbc, only(Row.Account.class, rows));
        DOCUMENT.run(jdbc, only(Row.Document.class, rows));
        ITEM.run(jdbc, only(Row.Item.class, rows));
        IDENTIFICATION.run(jdbc, only(Row.Identification.class, rows));
        MOVEMENT.run(jdbc, only(Row.Movement.class, rows));
        MEMO.run(jdbc, only(Row.Memo.class, rows));
        APPROVAL_STEP.run(jdbc, only(Row.ApprovalStep.class, rows));
    }

    private static <R extends Row> List<PlacedRow<R>> only(Class<R> type, List<PlacedRow<Row>> rows) {
        return rows.stream()
                .filter(placed -> type.isInstance(placed.row()))
                .map(placed -> new PlacedRow<>(placed.fact(), placed.recordedAt(), placed.ordinal(),
                        type.cast(placed.row())))
                .toList();
    }
}
