-- Who stands behind a customer account. Names live here and never in events, so that they can be corrected and erased;
-- the record is current and makes no promise about what was known on an earlier day.
create table party.customer_account_party (
    account_id text primary key,
    name       text        not null,
    contact    jsonb,
    changed_at timestamptz not null default now()
);

do $$
begin
    if exists (select from pg_roles where rolname = 'receivables_app') then
        grant usage on schema party to receivables_app;
        grant select, insert, update, delete on party.customer_account_party to receivables_app;
    end if;
end $$;
