-- The letters as they were sent, which name people: beside the events, where they can be erased. The hash in the event proves
-- them. What is erased leaves the row empty.
create table party.dunning_letter (
    letter_id  text        primary key,
    account_id text        not null,
    -- To whom: name, mail address, postal address.
    recipient  jsonb,
    subject    text,
    plain      text,
    -- What the hash is of, in UTF-8.
    html       text,
    erased_at  timestamptz
);
create index dunning_letter_by_account on party.dunning_letter (account_id);

do $$
begin
    if exists (select from pg_roles where rolname = 'receivables_app') then
        grant select, insert, update, delete on party.dunning_letter to receivables_app;
    end if;
end $$;
