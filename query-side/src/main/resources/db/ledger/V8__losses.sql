-- Write-offs of credits go through the same steps as refunds.
alter table approval_step drop constraint approval_step_kind_check;
alter table approval_step add constraint approval_step_kind_check
    check (kind in ('WRITE_OFF', 'REFUND', 'CREDIT_WRITE_OFF'));

-- Marks that an invoice is doubtful are few, and each aged balance asks for them.
create index memo_doubtful on memo (legal_entity, currency) where kind = 'DOUBTFUL';
create index memo_of_losses_by_account on memo (account_id, kind) where kind in ('DOUBTFUL', 'TAX_RELIEVED');

-- A transfer is a fact of the account that gives; this finds it for the one that receives.
create index movement_transferred on movement (account_id, position) where kind = 'TRANSFERRED';
