-- Comparisons of the books with a second reading of the history.
create table proof (
    proof_id       uuid        primary key,
    requested_by   text        not null,
    -- The moment of the schedule at which it began; each is taken once, by whichever node comes first.
    scheduled_for  timestamptz unique,
    state          text        not null check (state in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
    events_read    bigint      not null,
    events_to_read bigint      not null,
    started_at     timestamptz not null,
    updated_at     timestamptz not null,
    finished_at    timestamptz,
    error          text,
    differences    bigint,
    outcome        jsonb
);
create index proof_done on proof (finished_at desc) where state = 'DONE';
