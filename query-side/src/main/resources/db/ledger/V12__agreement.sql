-- The steps of disputes, promises and payment plans; of those that count at a date the last one tells the status.
create table agreement_step (
    position       bigint primary key,
    kind           text   not null,
    agreement_id   text   not null,
    status         text   not null,
    account_id     text   not null,
    legal_entity   text   not null,
    currency       text,
    -- The invoice of a dispute; null of what is about the account.
    document_id    text,
    -- Minor units: what is disputed or promised; null where the step does not say.
    amount         bigint,
    -- By when a dispute is to be answered, or money keeps a promise; null where the step does not say.
    due_date       date,
    -- Who answers a dispute; null where nobody is named, or the step does not say.
    owner          text,
    effective_date date   not null
);
create index agreement_step_by_id on agreement_step (kind, agreement_id, position);
create index agreement_step_by_entity on agreement_step (legal_entity, kind, position);
create index agreement_step_by_account on agreement_step (account_id, kind, position);

-- Disputes are few, and each aged balance asks for them.
create index memo_disputed on memo (legal_entity, currency) where kind = 'DISPUTED';
create index memo_disputed_by_account on memo (account_id) where kind = 'DISPUTED';
