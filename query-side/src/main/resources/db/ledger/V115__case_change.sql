-- What collectors say of an account or an unidentified payment: who works on it, until when it rests, what comes next. Of each
-- aspect the last row up to the cut holds; without value and day it was taken back.
create table case_change (
    position       bigint primary key,
    subject_kind   text   not null check (subject_kind in ('ACCOUNT', 'PAYMENT')),
    subject_id     text   not null,
    legal_entity   text   not null,
    aspect         text   not null,
    value          text,
    day            date,
    wakes_on_news  int    not null,
    effective_date date   not null
);
create index case_change_by_subject on case_change (subject_kind, aspect, subject_id, position desc)
    include (value, day, wakes_on_news, effective_date);
