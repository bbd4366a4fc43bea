-- An item that is settled in part is changed in its place: its page has room for the row as it becomes.
alter table command.open_item set (fillfactor = 80);
