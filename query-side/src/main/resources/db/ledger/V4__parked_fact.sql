-- Facts that could not be booked, and those that must wait behind them so that the order of their account is kept.
create table parked_fact (
    position     bigint      primary key,
    -- What the order is kept in: an account, or the stream of a fact that has none; an identified payment is in both.
    sequences    text[]      not null,
    type         text        not null,
    stream       text        not null,
    -- Empty if the fact does not even tell: it then counts for every legal entity.
    legal_entity text,
    -- Why it could not be booked; empty if it only waits.
    error        text,
    -- The fact that it waits for.
    behind       bigint,
    since        timestamptz not null,
    attempts     int         not null,
    check ((error is null) <> (behind is null))
);
