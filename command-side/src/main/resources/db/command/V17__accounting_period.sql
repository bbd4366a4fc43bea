-- The last day of the last month that is closed; empty while none is. It is read with the entity, by every decision, and
-- whoever changes it locks the entity: so no decision misses a close, and no close misses a decision.
alter table command.legal_entity add column closed_through date;
