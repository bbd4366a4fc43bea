-- No question is asked of the log by the business date or the legal entity of its facts: it is read by position, by stream
-- and by account. Two of its six indexes cost every fact their upkeep for nothing.
drop index event_log_by_date;
drop index event_log_by_entity;
