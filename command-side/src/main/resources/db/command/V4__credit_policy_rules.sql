-- A version of the credit policy is kept whole, for its rules grow; how many versions an entity has is with the entity, so
-- that a decision which reads the entity knows whether it has seen them all.
alter table command.legal_entity add column policy_version integer not null default 0;
update command.legal_entity e
   set policy_version = (select count(*) from command.credit_policy p where p.legal_entity = e.legal_entity);

alter table command.credit_policy add column policy jsonb;
update command.credit_policy
   set policy = jsonb_build_object(
         'legalEntity', legal_entity, 'version', version, 'validFrom', valid_from, 'effectiveDate', valid_from,
         'approvals', jsonb_build_object(
           'writeOffLimit', jsonb_build_object('amount', write_off_limit::text, 'currency', currency),
           'refundLimit', jsonb_build_object('amount', refund_limit::text, 'currency', currency)));
alter table command.credit_policy
    alter column policy set not null,
    drop column valid_from,
    drop column currency,
    drop column write_off_limit,
    drop column refund_limit;
