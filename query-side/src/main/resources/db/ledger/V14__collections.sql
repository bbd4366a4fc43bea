-- What happened to receivables that were assigned to a factor, in minor units. ASSIGNED, BOUGHT_BACK, SETTLED and COLLECTED
-- add up to what the factor may still claim; OWED and PAID_OVER to what we owe it of cash that came to us.
create table factoring_entry (
    position                bigint  not null,
    ordinal                 int     not null,
    factoring_id            text    not null,
    factor                  text    not null,
    account_id              text    not null,
    legal_entity            text    not null,
    currency                text    not null,
    -- 1 where the instalments have left the books; else they are in them and are shown apart.
    derecognised            int     not null check (derecognised in (0, 1)),
    kind                    text    not null,
    document_id             text,
    instalment              int,
    amount                  bigint  not null,
    -- Of an assignment alone.
    guarantee_fund_percent  text,
    effective_date          date    not null,
    primary key (position, ordinal)
);
create index factoring_entry_by_id on factoring_entry (factoring_id);
create index factoring_entry_by_account on factoring_entry (account_id);
create index factoring_entry_by_entity on factoring_entry (legal_entity, currency);
create index movement_factored on movement (document_id) where document_type = 'INVOICE' and kind = 'FACTORED';

-- Final notices, placements with agencies, actions in court and insolvency procedures: each step adds one or takes one away;
-- what adds up to one stands. A row of an instalment or an invoice names it.
create table escalation (
    position       bigint not null,
    ordinal        int    not null,
    account_id     text   not null,
    legal_entity   text   not null,
    kind           text   not null,
    escalation_id  text   not null,
    document_id    text,
    instalment     int,
    step           int    not null check (step in (1, -1)),
    effective_date date   not null,
    primary key (position, ordinal)
);
create index escalation_by_account on escalation (account_id, kind);
create index escalation_by_entity on escalation (legal_entity, kind);

-- What starts the limitation of an instalment anew; a row with step -1 voids the one with the same id.
create table limitation_interruption (
    position        bigint not null,
    ordinal         int    not null,
    account_id      text   not null,
    legal_entity    text   not null,
    document_id     text   not null,
    instalment      int    not null,
    interruption_id text   not null,
    kind            text,
    step            int    not null check (step in (1, -1)),
    effective_date  date   not null,
    primary key (position, ordinal)
);
create index limitation_interruption_by_document on limitation_interruption (document_id, instalment);

-- The contact log of an account, in its order.
create index event_log_contacts on event_log (account_id, effective_date, position) where type = 'ContactLogged';

-- The few accounts whose debtor is no business: other laws say until when they can be sued.
create index event_log_debtor_class on event_log (account_id, effective_date, position) where type = 'DebtorClassChanged';
