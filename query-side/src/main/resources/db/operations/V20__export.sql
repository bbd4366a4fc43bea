-- Files that somebody has asked for: who, why and how far they are. The row stays as the record of who took what; the
-- bytes, in export_part, go after a while.
create table export (
    export_id       uuid        primary key,
    kind            text        not null,
    subject         text        not null,
    roles           text[]      not null,
    entities        text[]      not null,
    all_entities    boolean     not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,
    purpose         text        not null,
    -- What is written, with every "now" made a date and a position.
    settled         json        not null,
    state           text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
    attempt         int         not null default 0,
    done            bigint      not null default 0,
    total           bigint,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    finished_at     timestamptz,
    lease_owner     text,
    lease_until     timestamptz,
    bytes           bigint,
    sha256          text,
    error_code      text,
    error_detail    text,
    unique (subject, idempotency_key)
);
create index export_waiting on export (created_at) where state in ('QUEUED', 'RUNNING');
create index export_by_subject on export (subject, created_at desc, export_id);

create table export_part (
    export_id uuid  not null references export,
    attempt   int   not null,
    no        int   not null,
    content   bytea not null,
    primary key (export_id, attempt, no)
);
