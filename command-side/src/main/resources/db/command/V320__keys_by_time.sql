-- Answers are stored in the order of time: to find old ones takes no tree, to which each command would add.
drop index command.idempotency_created_at;
create index idempotency_created_at on command.idempotency using brin (created_at);
