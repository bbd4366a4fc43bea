-- The fragment as a schema of the read side copies it.
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
