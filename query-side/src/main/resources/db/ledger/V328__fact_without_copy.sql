-- The log held a second copy of every event. What stays of a fact is what its event does not say in so many words, or what facts are
-- looked for by; the rest is read where it is stored. A column that is dropped is out of sight at once and needs no rewrite: old
-- rows give their space back with the next rebuild.
alter table event_log rename to fact;
alter table fact
    drop column revision,
    drop column sequence,
    drop column command_id,
    drop column correlation_id,
    drop column data;
alter table fact rename constraint event_log_pkey to fact_pkey;
alter table fact rename constraint event_log_recorded_at_key to fact_recorded_at_key;
alter index event_log_by_account rename to fact_by_account;
alter index event_log_by_stream rename to fact_by_stream;
alter index event_log_by_type_of_stream rename to fact_by_type_of_stream;
alter index event_log_rare rename to fact_rare;
alter index event_log_booked rename to fact_booked;

-- Every fact with its event. Who asks for no column of the event reads the table alone: PostgreSQL leaves out a left join by a primary
-- key of which nothing is used. Both revision and data are those that are stored, which may be older than those of today.
create view event_log as
select f.position, f.recorded_at, f.effective_date, f.type, e.payload_revision as revision, f.stream_type, f.stream_id,
       e.sequence_number as sequence, f.account_id, f.legal_entity, f.who, f.why,
       convert_from(e.metadata, 'UTF8')::json ->> 'commandId' as command_id,
       convert_from(e.metadata, 'UTF8')::json ->> 'correlationId' as correlation_id,
       convert_from(e.payload, 'UTF8')::json as data, f.accounting_date
  from fact f
  left join eventstore.event e on e.global_index = f.position;
