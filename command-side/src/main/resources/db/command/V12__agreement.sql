-- Promises and payment plans of an account, beside its stream: who decides about many accounts reads them without loading any.
create table command.agreement (
    account_id   text   primary key,
    legal_entity text   not null,
    standing     jsonb  not null,
    -- The next day on which something may have become of them; null: none.
    look_at      date,
    -- Facts about the money of the account, and how many of them the last judgement had seen.
    touches      bigint not null default 0,
    judged       bigint not null default -1
);
create index agreement_of_entity on command.agreement (legal_entity, account_id);

-- Cash of an account by the day it came, which keeps promises, whatever it is allocated to. A change counts from its own day.
create table command.account_cash (
    account_id  text   not null,
    came_date   date   not null,
    payment_id  text   not null,
    change_date date   not null,
    -- Minor units; below zero for what went back, or to another account.
    amount      bigint not null,
    primary key (account_id, came_date, payment_id, change_date)
);

-- Disputes that were raised, with the day on which they ended; null: none yet.
create table command.dispute (
    dispute_id    text   primary key,
    legal_entity  text   not null,
    account_id    text   not null,
    invoice_id    text   not null,
    -- 0: any part of the invoice.
    instalment    integer not null,
    amount        bigint not null,
    from_date     date   not null,
    resolved_date date
);
create index dispute_of_account on command.dispute (account_id);

-- The cash among the facts of a store that was there before is filled in with the open items, when a node starts.
delete from command.open_item_fill;
