-- What the debtor has paid the factor was paid on that day, as what is paid to us is on the day of its cash.
update movement set paid_date = effective_date where kind = 'PAID_TO_FACTOR';
