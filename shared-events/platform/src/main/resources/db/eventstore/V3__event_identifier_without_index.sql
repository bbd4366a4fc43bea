-- Nobody looks for an event by its identifier, which is made so that no two are alike; a stream's next number cannot be taken twice.
alter table eventstore.event drop constraint event_identifier_key;
