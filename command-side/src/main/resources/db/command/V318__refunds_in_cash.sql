-- What was refunded counts among the cash of an account, as of the day it went. The facts of a store that was there before are read
-- from it here: their payments are found by their key. A store whose cash was never filled in is read as a whole, when a node starts.
insert into command.account_cash as c (account_id, came_date, payment_id, change_date, amount)
select r.data ->> 'accountId', coalesce(p.data ->> 'valueDate', p.data ->> 'receivedDate')::date, r.data -> 'source' ->> 'id',
       r.day::date, sum(r.sign * replace(r.data -> 'amount' ->> 'amount', '.', '')::bigint)
  from (select convert_from(payload, 'UTF8')::jsonb as data, case payload_type when 'RefundPaidOut' then -1 else 1 end as sign,
               convert_from(payload, 'UTF8')::jsonb
                   ->> case payload_type when 'RefundPaidOut' then 'paidDate' else 'effectiveDate' end as day
          from eventstore.event
         where payload_type in ('RefundPaidOut', 'RefundReturned')) r
 cross join lateral (
       select convert_from(e.payload, 'UTF8')::jsonb as data
         from eventstore.event e
        where e.aggregate_identifier = 'payment/' || (r.data -> 'source' ->> 'id') and e.sequence_number = 0) p
 where r.data -> 'source' ->> 'kind' = 'PAYMENT'
 group by 1, 2, 3, 4
    on conflict (account_id, came_date, payment_id, change_date) do update set amount = c.amount + excluded.amount;

-- Every account that has agreed something is judged anew.
update command.agreement set touches = touches + 1;
