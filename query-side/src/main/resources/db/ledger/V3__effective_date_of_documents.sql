-- From when on a document counts: its own date, or the cut-over when another ledger had recorded it before.
alter table document add column effective_date date;
update document set effective_date = document_date;
alter table document alter column effective_date set not null;
