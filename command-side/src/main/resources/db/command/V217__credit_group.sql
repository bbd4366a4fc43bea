-- Groups of accounts that share a credit limit. Which accounts are in one stands with their credit, in their own rows.
create table command.credit_group (
    credit_group_id text  primary key,
    legal_entity    text  not null references command.legal_entity,
    currency        text  not null,
    limits          jsonb not null
);

create index customer_account_by_credit_group on command.customer_account ((credit ->> 'creditGroup'))
    where credit ->> 'creditGroup' is not null;
