-- The answer to a line of a batch says where its document is; the document itself is shown again from its facts.
alter table command.idempotency alter column body drop not null;
alter table command.idempotency add column position bigint;
alter table command.idempotency add column day date;

update command.idempotency set position = (convert_from(body, 'UTF8')::json ->> 'position')::bigint;
