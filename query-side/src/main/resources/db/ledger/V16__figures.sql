-- What the figures of the books are made of.

-- Without tax; empty where the lines, and so the tax, are not known.
alter table document add column net_total bigint;
update document d set net_total = l.net
  from (select e.stream_type, e.stream_id,
               sum(((line #>> '{netAmount,amount}')::numeric)
                   * power(10::numeric, length(split_part(line #>> '{netAmount,amount}', '.', 2))))::bigint as net
          from event_log e cross join lateral json_array_elements(e.data -> 'lines') line
         where e.type in ('InvoiceIssued', 'CreditNoteIssued')
         group by e.stream_type, e.stream_id) l
 where d.document_id = l.stream_id
   and d.document_type = case l.stream_type when 'Invoice' then 'INVOICE' else 'CREDIT_NOTE' end;

-- The day on which cash came (the value date, else the day of receipt) or a credit note was issued, whenever it was
-- allocated: of the payment or credit note itself, and of what it settled.
alter table item add column paid_date date;
update item set paid_date = document_date where document_type in ('PAYMENT', 'CREDIT_NOTE');
update item i set paid_date = (e.data ->> 'valueDate')::date
  from event_log e
 where i.document_type = 'PAYMENT' and e.stream_type = 'Payment' and e.stream_id = i.document_id
   and e.type = 'PaymentReceived' and e.data ->> 'valueDate' is not null;

alter table movement add column paid_date date;
update movement m set paid_date = i.paid_date
  from movement given join item i using (document_type, document_id, instalment)
 where given.position = m.position and given.kind = 'ALLOCATED' and m.kind in ('CASH', 'CREDIT');

-- What accounts settled in some days, without a look at the table.
create index movement_settled on movement (account_id, paid_date)
    include (document_type, document_id, amount, document_date, due_date, effective_date, position, receivable_class)
    where paid_date is not null;

-- Movements in accounts, summed by their business date, by the month (UTC) in which they were recorded, and by what moved
-- why: sales, credit notes, cash and losses of any days, and what was owed at the end of each.
create table kind_total (
    legal_entity     text    not null,
    currency         text    not null,
    effective_date   date    not null,
    recorded_month   date    not null,
    receivable_class text,
    document_type    text    not null,
    kind             text    not null,
    amount           numeric not null,
    unique nulls not distinct (legal_entity, currency, effective_date, recorded_month, receivable_class, document_type,
                               kind)
) with (fillfactor = 80);
insert into kind_total
select legal_entity, currency, effective_date, date_trunc('month', recorded_at at time zone 'UTC')::date,
       receivable_class, document_type, kind, sum(amount)
  from movement
 where account_id is not null
 group by 1, 2, 3, 4, 5, 6, 7;

-- Money that came in after a write-off is rare, and so are losses.
create index memo_recovered on memo (legal_entity, currency, effective_date) where kind = 'RECOVERED';
create index movement_written_off on movement (legal_entity, currency, effective_date)
    where kind = 'WRITE_OFF';

-- Debits and cheques that may still come back are looked for by the day from which they are counted: a text, for dates in
-- texts sort as dates do.
create index event_log_returnable on event_log (account_id, (coalesce(data ->> 'valueDate', data ->> 'receivedDate')))
    where type = 'PaymentReceived' and data ->> 'method' in ('DIRECT_DEBIT', 'CHEQUE');
