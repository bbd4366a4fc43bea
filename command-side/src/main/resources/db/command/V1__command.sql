-- What commands read and do not decide about (reference rows), and what must be atomic with their events.

create table command.legal_entity (
    legal_entity  text primary key,
    time_zone     text not null,
    base_currency text not null
);

create table command.customer_account (
    account_id       text primary key,
    legal_entity     text not null references command.legal_entity,
    currency         text not null,
    receivable_class text not null,
    opened_date      date not null
);

create table command.account_terms (
    account_id text    not null references command.customer_account,
    valid_from date    not null,
    version    integer not null,
    terms      jsonb   not null,
    primary key (account_id, valid_from, version)
);

create table command.document_number (
    legal_entity text not null,
    kind         text not null,
    number       text not null,
    document_id  text not null,
    primary key (legal_entity, kind, number)
);

create table command.idempotency (
    subject     text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      integer     not null,
    location    text,
    version     bigint      not null,
    body        bytea       not null,
    created_at  timestamptz not null default now(),
    primary key (subject, key)
);

-- Keys older than the promise (90 days) are found by their age.
create index idempotency_created_at on command.idempotency (created_at);
