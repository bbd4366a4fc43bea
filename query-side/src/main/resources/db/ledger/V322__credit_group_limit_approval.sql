-- The limit of a credit group waits for a second person like that of an account; a group is of no account alone.
alter table approval_step alter column account_id drop not null;
alter table approval_step add column credit_group_id text;
insert into approval_step (position, kind, approval_id, status, legal_entity, effective_date, credit_group_id)
select position, 'CREDIT_GROUP_LIMIT', data ->> 'creditLimitId',
       case type when 'CreditGroupLimitRequested' then 'PENDING' when 'CreditGroupLimitSet' then 'APPROVED'
                 else 'REJECTED' end,
       legal_entity, effective_date, stream_id
  from event_log
 where type in ('CreditGroupLimitRequested', 'CreditGroupLimitSet', 'CreditGroupLimitRejected')
   and data ->> 'creditLimitId' is not null;
