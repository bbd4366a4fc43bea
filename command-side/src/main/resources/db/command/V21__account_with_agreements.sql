-- Whether an account has ever promised or agreed anything. Few have, and money of the others changes nothing about promises.
alter table command.customer_account add column has_agreements boolean not null default false;
update command.customer_account set has_agreements = true where account_id in (select account_id from command.agreement);
