-- Late charges: claims of their own, beside the principal of the invoice that is late.
alter table document drop constraint document_document_type_check;
alter table document add check (document_type in ('INVOICE', 'PAYMENT', 'CREDIT_NOTE', 'CHARGE'));

-- Which invoice a charge is for; invoice_id is empty for a charge on a whole account.
create table late_charge (
    charge_id      text   primary key,
    invoice_id     text,
    kind           text   not null,
    account_id     text   not null,
    effective_date date   not null,
    position       bigint not null
);
create index late_charge_by_invoice on late_charge (invoice_id);

-- The part of what is due that is late charges. They are few beside the invoices, so that no sums are kept of them.
create index movement_of_charges on movement (legal_entity, currency, account_id, effective_date, position)
    include (amount, receivable_class) where document_type = 'CHARGE';
