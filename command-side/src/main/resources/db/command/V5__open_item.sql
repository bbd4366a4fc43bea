-- What is open of each account after all events: an instalment of an invoice, or the free amount of a payment or credit note.
-- A row goes when nothing is left of it, so that reading an account costs what is open of it, whatever its history.
create table command.open_item (
    account_id    text    not null,
    kind          text    not null,
    document_id   text    not null,
    -- 0 where a document has no instalments.
    instalment    integer not null,
    document_date date    not null,
    due_date      date    not null,
    -- Minor units of the account's currency.
    amount        bigint  not null check (amount > 0),
    primary key (account_id, kind, document_id, instalment)
);

-- Rows come and go: reading should not have to step over many that are gone.
alter table command.open_item set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

-- When the table was filled from the events, and of how many. Without a row it was not yet.
create table command.open_item_fill (
    filled_at timestamptz not null default now(),
    events    bigint      not null
);
