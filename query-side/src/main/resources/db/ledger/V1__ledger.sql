-- No table is named with its schema: a rebuild makes the same tables in a schema of its own (see SchemaName).

-- The read side's books. Rows are only ever inserted and carry the position and the business date of their fact, so every
-- question can be asked as at a date and as known at a position. The one exception is open_item, which holds today.
-- Every fact in the order of the event store. recorded_at rises strictly with position, whatever the nodes' clocks say.
create table event_log (
    position       bigint      primary key,
    recorded_at    timestamptz not null unique,
    effective_date date        not null,
    type           text        not null,
    revision       text        not null,
    stream_type    text        not null,
    stream_id      text        not null,
    sequence       bigint      not null,
    account_id     text,
    legal_entity   text        not null,
    who            text,
    why            text,
    command_id     text,
    correlation_id text,
    data           json        not null
);
create index event_log_by_stream on event_log (stream_type, stream_id, position);
create index event_log_by_account on event_log (account_id, position);
create index event_log_by_entity on event_log (legal_entity, position);
create index event_log_by_date on event_log (legal_entity, effective_date);

create table account (
    account_id       text   primary key,
    customer_id      text   not null,
    legal_entity     text   not null,
    currency         text   not null,
    receivable_class text   not null,
    opened_date      date   not null,
    position         bigint not null
);
create index account_by_entity on account (legal_entity, account_id);

-- Invoices, payments and credit notes as they began. account_id is empty for cash that came without a name.
create table document (
    document_type text   not null check (document_type in ('INVOICE', 'PAYMENT', 'CREDIT_NOTE')),
    document_id   text   not null,
    number        text,
    account_id    text,
    legal_entity  text   not null,
    currency      text   not null,
    document_date date   not null,
    total         bigint not null,
    position      bigint not null,
    primary key (document_type, document_id)
);
create index document_by_account on document (account_id, document_type);
create index document_by_date on document (legal_entity, document_type, document_date desc, document_id);

create table identification (
    document_id    text   primary key,
    account_id     text   not null,
    effective_date date   not null,
    position       bigint not null
);
create index identification_by_account on identification (account_id);

-- What a movement moves: an instalment of an invoice (numbered from 1), or the whole payment or credit note (0).
create table item (
    document_type    text not null,
    document_id      text not null,
    instalment       int  not null,
    document_date    date not null,
    due_date         date,
    receivable_class text,
    primary key (document_type, document_id, instalment)
);

-- Signed amounts in minor units: above zero the customer owes more. Every balance is a sum of these rows.
create table movement (
    position         bigint      not null,
    ordinal          int         not null,
    account_id       text,
    legal_entity     text        not null,
    currency         text        not null,
    document_type    text        not null,
    document_id      text        not null,
    instalment       int         not null,
    document_date    date        not null,
    due_date         date,
    receivable_class text,
    kind             text        not null,
    reference        text,
    amount           bigint      not null check (amount <> 0),
    effective_date   date        not null,
    accounting_date  date        not null,
    recorded_at      timestamptz not null,
    primary key (position, ordinal)
);
create index movement_by_entity on movement (legal_entity, currency, effective_date);
create index movement_by_account on movement (account_id, effective_date);
create index movement_by_document on movement (document_type, document_id);

-- Amounts that are worth knowing but in no balance: set aside for a refund, recovered after a write-off.
create table memo (
    position       bigint not null,
    ordinal        int    not null,
    account_id     text,
    legal_entity   text   not null,
    currency       text   not null,
    document_type  text   not null,
    document_id    text   not null,
    kind           text   not null,
    reference      text   not null,
    amount         bigint not null check (amount <> 0),
    effective_date date   not null,
    primary key (position, ordinal)
);
create index memo_by_document on memo (document_type, document_id);

-- What is open now: the sum of all movements per item and account, whatever their date.
create table open_item (
    document_type    text   not null,
    document_id      text   not null,
    instalment       int    not null,
    account_id       text,
    legal_entity     text   not null,
    currency         text   not null,
    document_date    date   not null,
    due_date         date,
    receivable_class text,
    amount           bigint not null,
    unique nulls not distinct (document_type, document_id, instalment, account_id)
) with (fillfactor = 80);
create index open_item_by_entity on open_item (legal_entity, currency) where amount <> 0;
create index open_item_by_account on open_item (account_id) where amount <> 0;

-- The steps of write-offs and refunds; the last one tells the status.
create table approval_step (
    position       bigint primary key,
    kind           text   not null check (kind in ('WRITE_OFF', 'REFUND')),
    approval_id    text   not null,
    status         text   not null,
    document_type  text   not null,
    document_id    text   not null,
    account_id     text   not null,
    legal_entity   text   not null,
    effective_date date   not null
);
create index approval_step_by_id on approval_step (kind, approval_id, position);
create index approval_step_by_entity on approval_step (legal_entity, position);

-- How far the projection has read, kept by Axon's token store in the transaction of the rows.
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    -- Axon writes and compares ISO instants as text.
    time_stamp     text,
    owner          text,
    primary key (processor_name, segment)
);
