-- The few invoices that were issued with a due date beyond the legal maximum: their fact says so.
create index event_log_over_legal_maximum on event_log (stream_id)
    where type = 'InvoiceIssued' and data #>> '{terms,legalMaximum,exceeded}' = 'true';
