-- The date under which a late fact is booked; empty where it is the business date.
alter table event_log add column accounting_date date;
