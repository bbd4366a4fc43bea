-- The dated values of reference rates: what counts now of each half-year.
create table command.reference_rate (
    rate       text    not null,
    -- 1 January or 1 July.
    valid_from date    not null,
    percent    numeric not null,
    version    integer not null,
    source     text    not null,
    primary key (rate, valid_from)
);

-- Invoices that money settled late, or that bear late charges: what they owe for lateness may have changed, though nothing of
-- them may be open any more. due says whether a run shall look at them.
create table command.late_invoice (
    account_id   text    not null,
    invoice_id   text    not null,
    legal_entity text    not null,
    due          boolean not null,
    primary key (account_id, invoice_id)
);
create index late_invoice_due on command.late_invoice (legal_entity, account_id, invoice_id) where due;
