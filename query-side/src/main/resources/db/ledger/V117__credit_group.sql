-- Which accounts are in a credit group is told from their history; these are the few facts that say so.
create index event_log_credit_group on event_log (account_id, position desc)
    where type in ('CreditGroupJoined', 'CreditGroupLeft');
