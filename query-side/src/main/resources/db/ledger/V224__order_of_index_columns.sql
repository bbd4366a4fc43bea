-- An index is sorted by its first columns: those that tell rows apart come first, those that are equal in most rows after them.
drop index movement_by_entity;
create index movement_by_entity on movement (effective_date, legal_entity, currency);
drop index movement_by_document;
create index movement_by_document on movement (document_id, document_type);
drop index event_log_by_stream;
create index event_log_by_stream on event_log (stream_id, stream_type, position);
-- The streams of a type that is read as a whole: there are few.
create index event_log_by_type_of_stream on event_log (stream_type, position)
    where stream_type in ('LegalEntity', 'CreditPolicy', 'AccountMapping', 'AccountingPeriod', 'ReferenceRate');

-- One index lists the documents of one legal entity and those of all.
drop index document_by_date;
drop index document_by_day;
create index document_by_date on document (document_type, document_date desc, document_id, legal_entity);
alter table document drop constraint document_pkey, add primary key (document_id, document_type);
alter table item drop constraint item_pkey, add primary key (document_id, document_type, instalment);
