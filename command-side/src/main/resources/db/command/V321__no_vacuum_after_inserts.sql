-- As the events that they are written with: rows that do not change and are not read from an index alone need no vacuum for being
-- new, what is found by its key needs no large sample, and what nothing is looked for in needs no statistics.
alter table command.idempotency set (autovacuum_vacuum_insert_threshold = -1);
alter table command.idempotency
    alter column subject set statistics 10,
    alter column key set statistics 10,
    alter column fingerprint set statistics 0,
    alter column status set statistics 10,
    alter column location set statistics 0,
    alter column version set statistics 10,
    alter column body set statistics 0,
    alter column created_at set statistics 10;
alter table command.document_number set (autovacuum_vacuum_insert_threshold = -1);
alter table command.account_cash set (autovacuum_vacuum_insert_threshold = -1);
