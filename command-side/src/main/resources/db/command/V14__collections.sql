-- Insolvency procedures of customers: who is under one is not reminded of what it owes.
create table command.insolvency (
    insolvency_id text primary key,
    account_id    text not null,
    legal_entity  text not null,
    opened_date   date not null,
    lifted_date   date
);
create index insolvency_by_account on command.insolvency (account_id);

-- Instalments that a factor or an agency collects, and with instalment 0 the invoices that are before a court.
create table command.held_item (
    holder       text    not null check (holder in ('FACTOR', 'AGENCY', 'COURT')),
    holding_id   text    not null,
    invoice_id   text    not null,
    instalment   integer not null,
    account_id   text    not null,
    legal_entity text    not null,
    from_date    date    not null,
    until_date   date,
    primary key (holder, holding_id, invoice_id, instalment)
);
create index held_item_by_account on command.held_item (account_id);
