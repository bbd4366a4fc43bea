-- Each index of the log and of movements costs every fact its upkeep, and a rebuild one more pass over millions of rows. What
-- the fold knows without reading JSON it says in small tables; what is rare shares an index.

-- The few invoices that were issued with a due date beyond the legal maximum.
create table over_legal_maximum (
    invoice_id text   primary key,
    position   bigint not null
);
insert into over_legal_maximum
select stream_id, position from event_log
 where type = 'InvoiceIssued' and data #>> '{terms,legalMaximum,exceeded}' = 'true';
drop index event_log_over_legal_maximum;

-- Debits and cheques, which may still come back, by the day from which that is counted; account_id is that of the fact.
create table returnable_payment (
    payment_id   text   primary key,
    account_id   text,
    counted_from date   not null,
    position     bigint not null
);
insert into returnable_payment
select stream_id, account_id, coalesce(data ->> 'valueDate', data ->> 'receivedDate')::date, position from event_log
 where type = 'PaymentReceived' and data ->> 'method' in ('DIRECT_DEBIT', 'CHEQUE');
create index returnable_payment_by_account on returnable_payment (account_id, counted_from);
drop index event_log_returnable;

-- Facts that are few beside the others, and looked for by their name.
drop index event_log_contacts;
drop index event_log_debtor_class;
drop index event_log_exposure;
drop index event_log_credit_group;
create index event_log_rare on event_log (type, account_id, effective_date, position)
    where type in ('ContactLogged', 'DunningLetterIssued', 'DebtorClassChanged', 'ExposureReported',
                   'CreditGroupJoined', 'CreditGroupLeft');

-- The ways in which an invoice is settled otherwise than by cash.
drop index movement_by_kind;
drop index movement_factored;
drop index movement_written_off;
create index movement_without_cash on movement (kind, legal_entity, currency, effective_date)
    include (document_type, document_id)
    where kind in ('CREDIT', 'DISCOUNT', 'WRITE_OFF', 'CANCELLED', 'FACTORED');

-- Each aged balance adds up what nobody has identified: from the index alone.
drop index movement_unidentified;
create index movement_unidentified on movement (legal_entity, currency, effective_date, position)
    include (amount) where account_id is null;

-- The accounts of one currency in the order of the aged balance; the currencies that there are, without a look at all of them.
drop index account_by_entity;
create index account_by_entity on account (legal_entity, currency, account_id);

-- Journals want the facts of a few days by the date under which they are booked. That is near to the day of recording, so that
-- a summary of each run of pages tells where to look.
create index event_log_booked on event_log using brin ((coalesce(accounting_date, effective_date)))
    with (pages_per_range = 64, autosummarize = on);

-- Every fact moves a total: with no index on what moves, the row stays on its page and its index as it is. To sort all totals of
-- a legal entity takes some milliseconds.
drop index account_total_by_amount;
