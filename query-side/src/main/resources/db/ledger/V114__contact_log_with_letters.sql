-- The contact log lists the letters that remind as well.
drop index event_log_contacts;
create index event_log_contacts on event_log (account_id, effective_date, position)
    where type in ('ContactLogged', 'DunningLetterIssued');
