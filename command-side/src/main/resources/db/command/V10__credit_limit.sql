-- Direct debits and cheques, which may come back. A row stays after it is final, since the policy of the day says when.
create table command.unfinal_payment (
    account_id   text   not null,
    method       text   not null,
    payment_date date   not null,
    payment_id   text   not null,
    amount       bigint not null,
    primary key (account_id, method, payment_date, payment_id)
);

-- Limits, holds and permissions of an account, in its reference row: who decides reads it anyway. Null: nothing was ever said.
alter table command.customer_account add column credit jsonb;

-- What invoices have used of permissions to exceed a limit.
create table command.credit_override_use (
    override_id text   not null,
    invoice_id  text   not null,
    amount      bigint not null,
    primary key (override_id, invoice_id)
);

-- The payments among the facts of a store that was there before are filled in with the open items, when a node starts.
delete from command.open_item_fill;
