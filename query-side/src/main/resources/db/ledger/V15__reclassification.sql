-- Changes of the class of an invoice, in the order of their dates. They move every amount of the invoice, earlier and later
-- ones, from one class to the other: see Reclassified.
create table reclassification (
    position        bigint      primary key,
    invoice_id      text        not null,
    from_class      text        not null,
    to_class        text        not null,
    effective_date  date        not null,
    accounting_date date        not null,
    recorded_at     timestamptz not null
);
create index reclassification_by_invoice on reclassification (invoice_id, position);

-- An instalment may be open in one class and, with the opposite sign until the batch is written, in another.
alter table open_item drop constraint open_item_document_type_document_id_instalment_account_id_key;
alter table open_item add unique nulls not distinct (document_type, document_id, instalment, account_id,
    receivable_class);
