-- By whose rules the lateness of an account is charged.
alter table command.customer_account add column debtor_class text not null default 'BUSINESS';
