-- What other systems report of accounts is little beside their invoices, and asked for over all accounts.
create index event_log_exposure on event_log (legal_entity, account_id, position) where type = 'ExposureReported';
