-- How far each processor has read. Not a migration by itself: copy it into one of the schema that keeps the tokens,
-- next to the tables that the processors fill (see TokenStores).
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    -- Axon writes and compares ISO instants as text.
    time_stamp     text,
    owner          text,
    primary key (processor_name, segment)
);
