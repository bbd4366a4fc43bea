-- What was refunded counts among the cash of an account: the facts of a store that was there before are filled in again, when a
-- node starts, and every account that has agreed something is judged anew.
delete from command.open_item_fill;
update command.agreement set touches = touches + 1;
