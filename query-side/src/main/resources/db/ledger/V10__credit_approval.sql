-- What a second person decides about an account itself, such as its credit limit, is about no document; the kinds are those
-- that the service knows.
alter table approval_step drop constraint if exists approval_step_kind_check;
alter table approval_step alter column document_type drop not null;
alter table approval_step alter column document_id drop not null;
