-- The aged balance begins with the oldest items, or with credit, which has no date.
drop index open_item_by_entity;
create index open_item_by_entity on open_item (legal_entity, currency, due_date);
