-- What the service does with its own tables, outside those that it rebuilds.
create table rebuild (
    rebuild_id     uuid        primary key,
    projection     text        not null,
    requested_by   text        not null,
    state          text        not null check (state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
    phase          text        not null,
    events_read    bigint      not null,
    events_to_read bigint      not null,
    started_at     timestamptz not null,
    updated_at     timestamptz not null,
    finished_at    timestamptz,
    error          text
);
create index rebuild_by_start on rebuild (projection, started_at desc);
