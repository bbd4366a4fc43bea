-- Rows never change, and none is read from an index alone: a vacuum for the sake of new rows would read the table and, because
-- pages have checksums, write it to the log once more, while a bulk load goes on. What PostgreSQL still does by itself
-- is to tidy up after refused appends, and to freeze before transaction numbers run out.
alter table eventstore.event set (autovacuum_vacuum_insert_threshold = -1);

-- Events are found by keys alone. An analysis looks at 30,000 pages, and writes those to the log too: a tenth of
-- them is enough to plan a look-up. Nothing is looked for in the JSON.
alter table eventstore.event
    alter column global_index set statistics 10,
    alter column event_identifier set statistics 10,
    alter column aggregate_identifier set statistics 10,
    alter column sequence_number set statistics 10,
    alter column type set statistics 10,
    alter column payload_type set statistics 10,
    alter column payload_revision set statistics 10,
    alter column payload set statistics 0,
    alter column metadata set statistics 0,
    alter column time_stamp set statistics 10;
