-- Rows that do not change and are not read from an index alone need no vacuum for being new: it would read each table and, because
-- pages have checksums, write it to the log once more, while a bulk load goes on. Movements are read from their indexes, and
-- keep theirs. The event log is analysed less often than the rest: that
-- looks at 30,000 pages, and writes them once more too.
alter table event_log set (autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0.5);
alter table event_log alter column data set statistics 0;
alter table document set (autovacuum_vacuum_insert_threshold = -1);
alter table item set (autovacuum_vacuum_insert_threshold = -1);
