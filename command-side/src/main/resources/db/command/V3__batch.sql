-- Batches of commands: their lines, until they are done, and what became of each.
create table command.batch_job (
    job_id          uuid        primary key,
    subject         text        not null,
    roles           text[]      not null,
    entities        text[]      not null,
    all_entities    boolean     not null,
    idempotency_key text,
    fingerprint     bytea,
    correlation_id  text        not null,
    dry_run         boolean     not null,
    state           text        not null check (state in ('RECEIVING', 'QUEUED', 'RUNNING', 'DONE')),
    lines           integer     not null default 0,
    done            integer     not null default 0,
    succeeded       integer     not null default 0,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    finished_at     timestamptz,
    -- The node that runs it, and until when it need not say so again.
    lease_owner     text,
    lease_until     timestamptz
);

create unique index batch_job_key on command.batch_job (subject, idempotency_key) where state <> 'RECEIVING';
create index batch_job_unfinished on command.batch_job (created_at) where state <> 'DONE';

create table command.batch_line (
    job_id  uuid    not null references command.batch_job on delete cascade,
    line    integer not null,
    -- Null: longer than a command may be.
    content bytea,
    primary key (job_id, line)
);

create table command.batch_outcome (
    job_id   uuid    not null references command.batch_job on delete cascade,
    line     integer not null,
    key      text,
    command  text,
    status   integer not null,
    code     text,
    detail   text,
    errors   jsonb,
    location text,
    position bigint,
    primary key (job_id, line)
);

create index batch_outcome_refused on command.batch_outcome (job_id, line) where status >= 400;
