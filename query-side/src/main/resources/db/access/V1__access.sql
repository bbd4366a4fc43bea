-- Who looked at what. Rows are only ever added; what is older than it may be kept is deleted together with a row that says so.

create table entry (
    id             uuid        primary key,
    -- By the clock of the node that answered.
    at             timestamptz not null,
    who            text        not null,
    roles          text[]      not null,
    kind           text        not null,
    method         text        not null,
    -- As in the access matrix, with the values of its variables beside it.
    path           text        not null,
    ids            text[]      not null,
    -- As asked, without what may be a name.
    parameters     text,
    account_id     text,
    legal_entity   text,
    -- Without a legal entity: those that the answer could be about; null is all of them.
    scope          text[],
    as_at          text,
    as_known       text,
    -- As it was said; null when nothing was.
    purpose        text,
    -- Null for what is recorded before its first byte: see entry_end.
    status         int,
    rows           bigint,
    correlation_id text        not null,
    deleted_before timestamptz,
    -- Whoever shortens the time for which reads are kept cannot make the last weeks disappear.
    constraint deletion_leaves_thirty_days check (deleted_before <= at - interval '30 days'),
    constraint deletion_says_of_what check ((kind = 'DELETION') = (deleted_before is not null))
);
create index entry_by_time on entry (at desc, id desc);
create index entry_by_who on entry (who, at desc);
create index entry_by_account on entry (account_id, at desc) where account_id is not null;
create index entry_of_deletion on entry (at) where kind = 'DELETION';

-- How what was recorded before its first byte has ended. Without a row it was begun, and nobody knows how far it came.
create table entry_end (
    id     uuid   primary key references entry on delete cascade,
    status int    not null,
    rows   bigint
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'reads are only ever added: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

-- Only what the deletion of the same transaction says, and no deletion.
create function refuse_unsaid_deletion() returns trigger language plpgsql as $$
begin
    if exists (select from gone
                where kind = 'DELETION'
                   or at >= coalesce((select max(d.deleted_before) from access.entry d
                                       where d.kind = 'DELETION' and d.xmin = pg_current_xact_id()::xid),
                                     '-infinity')) then
        raise exception 'reads are only deleted with a row that says so' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create function refuse_deletion_of_end() returns trigger language plpgsql as $$
begin
    if exists (select from access.entry where id = old.id) then
        raise exception 'reads are only ever added: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create trigger entry_is_never_changed before update or truncate on entry
    for each statement execute function refuse_change();
create trigger entry_is_deleted_by_the_book after delete on entry referencing old table as gone
    for each statement execute function refuse_unsaid_deletion();
create trigger entry_end_is_never_changed before update or truncate on entry_end
    for each statement execute function refuse_change();
create trigger entry_end_goes_with_its_entry before delete on entry_end
    for each row execute function refuse_deletion_of_end();
alter table entry enable always trigger entry_is_never_changed;
alter table entry enable always trigger entry_is_deleted_by_the_book;
alter table entry_end enable always trigger entry_end_is_never_changed;
alter table entry_end enable always trigger entry_end_goes_with_its_entry;
