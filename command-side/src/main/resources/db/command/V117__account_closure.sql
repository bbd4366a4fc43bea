-- Accounts that are closed or open again, numbered within their legal entity. How far the numbers go stands with the entity,
-- which every decision reads anyway: a node that has read as many rows knows which accounts are closed.
create table command.account_closure (
    legal_entity text    not null,
    version      integer not null,
    account_id   text    not null,
    -- Empty: open again.
    closed_date  date,
    primary key (legal_entity, version)
);

alter table command.legal_entity add column account_closures integer not null default 0;
