-- The reminder that each instalment of an invoice was in last.
create table command.reminded_item (
    account_id  text    not null,
    invoice_id  text    not null,
    instalment  integer not null,
    level       integer not null,
    letter_date date    not null,
    primary key (account_id, invoice_id, instalment)
);

-- Who is not to be reminded: of an invoice, or where invoice_id is empty of anything.
create table command.dunning_block (
    block_id      text not null primary key,
    account_id    text not null,
    invoice_id    text,
    valid_from    date not null,
    -- The last day; empty until it is released.
    valid_until   date,
    -- The first day on which it does not count any more.
    released_date date,
    reason        text not null
);
create index dunning_block_by_account on command.dunning_block (account_id);

-- Accounts that have a procedure of their own.
create table command.dunning_assignment (
    account_id text not null primary key,
    -- As the credit policy names it; empty: the default one again.
    procedure  text
);

-- The runs that were begun, one for each day of a legal entity.
create table command.dunning_run (
    legal_entity text    not null,
    as_at        date    not null,
    run_id       text    not null,
    letters      integer not null,
    not_dunned   integer not null,
    completed    boolean not null,
    primary key (legal_entity, as_at)
);

-- Letters that wait to be sent: in the transaction of the fact that they were issued, and gone in that of what became of
-- them. A rebuild of projections has nothing to do with it.
create table command.letter_outbox (
    letter_id       text        not null primary key,
    account_id      text        not null,
    legal_entity    text        not null,
    channel         text        not null,
    attempts        integer     not null default 0,
    queued_at       timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    -- A node that sends it has until then to say what became of it.
    claimed_until   timestamptz,
    -- Which database it was queued in: one that was restored from a copy may have sent it already.
    queued_in       text        not null
);
create index letter_outbox_by_time on command.letter_outbox (next_attempt_at);
