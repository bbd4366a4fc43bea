-- Letters that remind customers, what of, and the runs that wrote them. What became of a letter is told by its history.
create table dunning_run (
    run_id         text   primary key,
    legal_entity   text   not null,
    effective_date date   not null,
    position       bigint not null
);
create index dunning_run_by_entity on dunning_run (legal_entity, effective_date);

create table dunning_letter (
    letter_id      text   primary key,
    run_id         text   not null,
    account_id     text   not null,
    legal_entity   text   not null,
    currency       text   not null,
    level          int    not null,
    amount_due     bigint not null,
    fee            bigint not null,
    effective_date date   not null,
    position       bigint not null
);
create index dunning_letter_by_account on dunning_letter (account_id, effective_date);
create index dunning_letter_by_run on dunning_letter (run_id, account_id);

-- The level that an instalment came to with each letter.
create table dunning_item (
    letter_id      text   not null,
    account_id     text   not null,
    invoice_id     text   not null,
    instalment     int    not null,
    level          int    not null,
    effective_date date   not null,
    position       bigint not null,
    primary key (letter_id, invoice_id, instalment)
);
create index dunning_item_by_account on dunning_item (account_id);
