package io.receivables.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A second opinion on what is open: one query over the stored facts of the whole database. */
public final class OpenItemsOfHistory {

    private static final String FOLD = """
            with fact as (
                select payload_type as type, payload as data from eventstore.event_json
            ), movement as (
                select data, 'INVOICE' as kind, data ->> 'invoiceId' as document, (part ->> 'no')::int as instalment,
                       1 as sign, part -> 'amount' ->> 'amount' as amount
                  from fact cross join jsonb_array_elements(data -> 'instalments') part
                 where type in ('InvoiceIssued', 'InvoiceRescheduled')
                union all
                select data, 'INVOICE', data ->> 'invoiceId', (part ->> 'instalment')::int, -1,
                       part -> 'amount' ->> 'amount'
                  from fact cross join jsonb_array_elements(data -> 'moved') part where type = 'InvoiceRescheduled'
                union all
                select data, 'INVOICE', data ->> 'invoiceId', (part ->> 'instalment')::int,
                       case when type in ('WriteOffReversed', 'SmallDifferenceReversed') then 1 else -1 end,
                       part -> 'amount' ->> 'amount'
                  from fact cross join jsonb_array_elements(data -> 'parts') part
                 where type in ('InvoiceCancelled', 'InvoiceWrittenOff', 'WriteOffReversed', 'SmallDifferenceWrittenOff',
                                'SmallDifferenceReversed')
                union all
                select data, case when data ->> 'chargeId' is null then 'INVOICE' else 'CHARGE' end,
                       coalesce(data ->> 'chargeId', data ->> 'invoiceId'), (part ->> 'instalment')::int,
                       case when type like '%Reversed' then 1 else -1 end, settled
                  from fact cross join jsonb_array_elements(data -> 'parts') part
                 cross join unnest(array[part -> 'amount' ->> 'amount', part -> 'discount' ->> 'amount']) settled
                 where type in ('PaymentAllocated', 'PaymentAllocationReversed', 'CreditNoteAllocated',
                                'CreditNoteAllocationReversed')
                union all
                select data, case when type like 'Payment%' then 'PAYMENT' else 'CREDIT_NOTE' end,
                       coalesce(data ->> 'paymentId', data ->> 'creditNoteId'), 0,
                       case when type like '%Reversed' then 1 else -1 end, part -> 'amount' ->> 'amount'
                  from fact cross join jsonb_array_elements(data -> 'parts') part
                 where type in ('PaymentAllocated', 'PaymentAllocationReversed', 'CreditNoteAllocated',
                                'CreditNoteAllocationReversed')
                union all
                select data, 'PAYMENT', data ->> 'paymentId', 0,
                       case when type in ('PaymentReversed', 'PaymentUsedForRecovery', 'PaymentTransferred',
                                           'ReceivedTransferReversed', 'SmallDifferenceTaken',
                                           'PaymentHeldForFactor') then -1 else 1 end,
                       data -> 'amount' ->> 'amount'
                  from fact
                 where type in ('PaymentReceived', 'PaymentIdentified', 'PaymentReversed', 'PaymentUsedForRecovery',
                                'PaymentUseForRecoveryReversed', 'PaymentTransferred', 'PaymentTransferReversed',
                                'ReceivedTransferReversed', 'SmallDifferenceTaken', 'SmallDifferenceGivenBack',
                                'PaymentHeldForFactor', 'PaymentHeldForFactorReversed')
                union all
                select data, 'INVOICE', item ->> 'invoiceId', (item ->> 'instalment')::int,
                       case when type in ('ReceivablesFactored', 'FactorSettlementReported') then -1 else 1 end,
                       item -> 'amount' ->> 'amount'
                  from fact cross join jsonb_array_elements(data -> 'items') item
                 where type in ('ReceivablesFactored', 'FactoredItemsBoughtBack')
                       and (data ->> 'derecognised')::boolean
                       or type in ('FactorSettlementReported', 'FactorSettlementReversed')
                       and not (data ->> 'derecognised')::boolean
                union all
                select data, 'CHARGE', data ->> 'chargeId', 0, case type when 'LateChargeClaimed' then 1 else -1 end,
                       data -> 'amount' ->> 'amount'
                  from fact where type in ('LateChargeClaimed', 'LateChargeReversed')
                union all
                select data, 'CREDIT_NOTE', data ->> 'creditNoteId', 0, case type when 'CreditNoteIssued' then 1 else -1 end,
                       coalesce(data -> 'total', data -> 'amount') ->> 'amount'
                  from fact where type in ('CreditNoteIssued', 'CreditNoteCancelled')
                union all
                select data, data -> 'source' ->> 'kind', data -> 'source' ->> 'id', 0,
                       case type when 'RefundRequested' then -1 else 1 end, data -> 'amount' ->> 'amount'
                  from fact where type in ('RefundRequested', 'RefundRejected', 'RefundReturned')
                union all
                select data, 'REFUND', data ->> 'refundId', 0, case type when 'RefundRequested' then 1 else -1 end,
                       data -> 'amount' ->> 'amount'
                  from fact where type in ('RefundRequested', 'RefundRejected', 'RefundPaidOut')
                union all
                select data, data -> 'source' ->> 'kind', data -> 'source' ->> 'id', 0,
                       case type when 'CreditWriteOffRequested' then -1 when 'CreditWrittenOff' then -1 else 1 end,
                       data -> 'amount' ->> 'amount'
                  from fact
                 where type in ('CreditWriteOffRequested', 'CreditWriteOffRejected', 'CreditWriteOffReversed')
                       or type = 'CreditWrittenOff' and data ->> 'approvedBy' is null
                union all
                select data, 'CREDIT_WRITE_OFF', data ->> 'creditWriteOffId', 0,
                       case type when 'CreditWriteOffRequested' then 1 else -1 end, data -> 'amount' ->> 'amount'
                  from fact
                 where type in ('CreditWriteOffRequested', 'CreditWriteOffRejected')
                       or type = 'CreditWrittenOff' and data ->> 'approvedBy' is not null
            ), open as (
                select data ->> 'accountId' as account_id, kind, document as document_id, instalment,
                       sum(sign * replace(amount, '.', '')::int8)::int8 as amount
                  from movement where data ->> 'accountId' is not null group by 1, 2, 3, 4
            ), kept as (
                select account_id, kind, document_id, instalment, amount from command.open_item
            ), expected as (
                select * from open where amount <> 0
            )
            select 'kept ' || kept::text from (table kept except all table expected) kept
            union all
            select 'expected ' || expected::text from (table expected except all table kept) expected""";

    private OpenItemsOfHistory() {}

    /** Expects that the table of open items is what the history says, to the cent, of every account. */
    public static void expectKept() {
        var jdbc = CommandServer.context().getBean(JdbcClient.class);
        assertThat(jdbc.sql(FOLD).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("""
                select count(*) from command.open_item i
                  join eventstore.event_json e on e.aggregate_identifier = 'invoice/' || i.document_id
                 cross join jsonb_array_elements(e.payload -> 'instalments') part
                 where i.kind = 'INVOICE' and (part ->> 'no')::int = i.instalment
                   and (i.due_date <> (part ->> 'dueDate')::date
                        or i.document_date <> (e.payload ->> 'issueDate')::date)""").query(Long.class).single())
                .as("items with dates that are not their document's")
                .isZero();
    }
}
