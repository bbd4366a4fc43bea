-- What an account owes before credit that is not applied: who has most overdue is among those who owe most.
alter table account_total add column debt bigint not null default 0;
update account_total t set debt = o.debt
  from (select account_id, sum(amount) as debt from open_item where due_date is not null group by account_id) o
 where o.account_id = t.account_id;
alter table account_total alter column debt drop default;
