-- The hash tree over all events (RFC 9162, section 2.1), and its signed heads. All of it can be computed anew from the events;
-- what proves that nobody has changed them is the copy of the checkpoints outside the database.

-- Which store this is: a checkpoint of another one proves nothing about it.
create table store (
    only_one boolean primary key default true check (only_one),
    origin   text not null
);
insert into store (origin) values ('urn:uuid:' || gen_random_uuid());

-- Hashes side by side, 256 to a row. Level 0 holds those of events, in their order; a hash of level n + 1 stands for a full row of level n.
create table tile (
    level          int    not null,
    number         bigint not null,
    hashes         bytea  not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    -- Of its first and last event; on level 0 alone.
    first_position bigint,
    last_position  bigint,
    primary key (level, number)
);
alter table tile alter column hashes set storage external; -- hashes do not compress
create index tile_by_position on tile (first_position) where level = 0;

-- Who may sign, from which size of the tree on. Each key but the first is vouched for by the one before it.
create table signing_key (
    key_id      text        primary key,
    public_key  text        not null,
    first_count bigint      not null unique,
    at          timestamptz not null,
    endorsed_by text        not null,
    signature   text        not null,
    published   boolean     not null default false
);

create table checkpoint (
    count     bigint      primary key,
    position  bigint      not null unique,
    root      text        not null,
    at        timestamptz not null,
    key_id    text        not null references signing_key,
    signature text        not null,
    -- Whether it is known to have been written outside the database.
    published boolean     not null default false
);
create index checkpoint_unpublished on checkpoint (count) where not published;
