-- What happened, in the order in which it is read. Rows are only ever added.

-- No cache: numbers handed out ahead of time to a session would look like holes to a reader.
create sequence eventstore.event_global_index as bigint cache 1;

create table eventstore.event (
    -- No default: whoever draws a number holds the append lock first (see AppendLock).
    global_index         bigint      not null primary key,
    event_identifier     text        not null,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null check (sequence_number >= 0),
    type                 text,
    payload_type         text        not null,
    payload_revision     text        not null,
    payload              bytea       not null,
    metadata             bytea       not null,
    time_stamp           timestamptz not null,
    -- The referee between nodes: of two writers to one stream, one loses.
    constraint event_stream_key unique (aggregate_identifier, sequence_number),
    constraint event_identifier_key unique (event_identifier)
);
alter sequence eventstore.event_global_index owned by eventstore.event.global_index;

-- Times follow positions closely, so block ranges find an instant without a tree to maintain.
create index event_time_stamp on eventstore.event using brin (time_stamp);

comment on column eventstore.event.payload_type is 'alias of the fact, not a class name';
comment on column eventstore.event.time_stamp is 'when the fact was recorded, by the clock of the node that recorded it';

-- For auditors: the same rows, readable.
create view eventstore.event_json as
select global_index, event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision,
       convert_from(payload, 'UTF8')::jsonb  as payload,
       convert_from(metadata, 'UTF8')::jsonb as metadata,
       time_stamp
  from eventstore.event;

create function eventstore.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are only ever added: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_append_only
    before update or delete or truncate on eventstore.event
    for each statement execute function eventstore.refuse_change();
-- Also in sessions that switch ordinary triggers off, as replication does.
alter table eventstore.event enable always trigger event_is_append_only;

revoke all on schema eventstore from public;
revoke all on all tables in schema eventstore from public;
revoke all on all sequences in schema eventstore from public;

-- A role for the service itself, which may add and read and nothing else. Who owns the tables stays out of production
-- traffic. Roles belong to the whole server: another database may have made it, or this user may not be allowed to.
do $$
begin
    if not exists (select from pg_roles where rolname = 'receivables_app') then
        create role receivables_app nologin;
    end if;
exception
    when insufficient_privilege or duplicate_object or unique_violation then
        raise notice 'role receivables_app not created: %', sqlerrm;
end $$;

do $$
begin
    if exists (select from pg_roles where rolname = 'receivables_app') then
        grant usage on schema eventstore to receivables_app;
        grant select, insert on eventstore.event to receivables_app;
        grant select on eventstore.event_json to receivables_app;
        grant usage on sequence eventstore.event_global_index to receivables_app;
    end if;
end $$;
