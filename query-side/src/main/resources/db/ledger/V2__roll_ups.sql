-- Roll-ups: sums of movements that the writer keeps beside them, in the same statement, so that an answer need not add up
-- the whole book. They hold what is in accounts; cash that nobody has identified is in none of them. The books are read
-- again from the events, for two columns change their meaning: a movement's class is the one that counts (the item's, else
-- the account's), and what is settled leaves open_item.
truncate event_log, account, document, identification, item, movement,
    memo, open_item, approval_step, token_entry;

create index account_by_customer on account (legal_entity, customer_id);
create index document_by_day on document (document_type, document_date desc, document_id);

-- Movements of an account in the order in which the aged balance adds them up, with all that it needs: the table itself is
-- not touched, wherever its pages lie. That works on pages that vacuum has seen, so it comes early.
drop index movement_by_account;
create index movement_by_account on movement (account_id, due_date, effective_date, position)
    include (amount, document_date, receivable_class);
create index movement_unidentified on movement (legal_entity, currency, effective_date)
    where account_id is null;
-- The few ways in which an invoice is settled otherwise than by cash.
create index movement_by_kind on movement (kind, document_id)
    where document_type = 'INVOICE' and kind in ('CREDIT', 'DISCOUNT', 'WRITE_OFF', 'CANCELLED');
alter table movement set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Reading what is open costs as much as is open.
alter table open_item add check (amount <> 0);
drop index open_item_by_entity;
drop index open_item_by_account;
create index open_item_by_entity on open_item (legal_entity, currency);
create index open_item_by_account on open_item (account_id);

-- What each account owes now, whatever the date of the movements.
create table account_total (
    account_id   text   primary key,
    legal_entity text   not null,
    currency     text   not null,
    amount       bigint not null
) with (fillfactor = 80);
create index account_total_by_amount on account_total (legal_entity, currency, (-amount), account_id);

-- Movements summed by the month of their business date, by the month (UTC) in which they were recorded, and by the date
-- from which their item ages: the due date or the document's. Cash and credit that settles nothing does not age: no date.
create table month_total (
    legal_entity     text   not null,
    currency         text   not null,
    basis            text   not null check (basis in ('DUE_DATE', 'DOCUMENT_DATE')),
    effective_month  date   not null,
    recorded_month   date   not null,
    aged_from        date,
    receivable_class text,
    amount           bigint not null,
    unique nulls not distinct (legal_entity, currency, basis, effective_month, recorded_month, aged_from,
                               receivable_class)
) with (fillfactor = 80);

-- Movements summed by their business date and the month in which they were recorded, and how many they are.
create table movement_total (
    legal_entity     text   not null,
    currency         text   not null,
    effective_date   date   not null,
    recorded_month   date   not null,
    receivable_class text,
    amount           bigint not null,
    movements        bigint not null,
    unique nulls not distinct (legal_entity, currency, effective_date, recorded_month, receivable_class)
) with (fillfactor = 80);
