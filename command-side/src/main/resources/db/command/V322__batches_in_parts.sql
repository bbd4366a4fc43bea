-- A thousand lines share a row, and a thousand outcomes: to write each with an index entry of its own, and to take the lines out
-- again, cost a batch more than what is in them. Stored as they are: compressing them would take longer than writing them.
create table command.batch_lines (
    job_id    uuid      not null,
    last_line integer   not null,
    lines     integer[] not null,
    -- Null where a line is longer than a command may be.
    contents  bytea[]   not null,
    primary key (job_id, last_line)
) with (toast.autovacuum_vacuum_insert_threshold = -1);
alter table command.batch_lines
    alter column lines set storage external, alter column lines set statistics 0,
    alter column contents set storage external, alter column contents set statistics 0;

create table command.batch_outcomes (
    job_id    uuid      not null,
    last_line integer   not null,
    -- Who asks for those alone leaves the other rows out.
    refused   integer   not null,
    lines     integer[] not null,
    keys      text[]    not null,
    commands  text[]    not null,
    statuses  integer[] not null,
    codes     text[]    not null,
    details   text[]    not null,
    errors    text[]    not null,
    locations text[]    not null,
    positions bigint[]  not null,
    primary key (job_id, last_line)
) with (toast.autovacuum_vacuum_insert_threshold = -1);
alter table command.batch_outcomes
    alter column lines set storage external, alter column lines set statistics 0,
    alter column keys set storage external, alter column keys set statistics 0,
    alter column commands set storage external, alter column commands set statistics 0,
    alter column statuses set storage external, alter column statuses set statistics 0,
    alter column codes set storage external, alter column codes set statistics 0,
    alter column details set storage external, alter column details set statistics 0,
    alter column errors set storage external, alter column errors set statistics 0,
    alter column locations set storage external, alter column locations set statistics 0,
    alter column positions set storage external, alter column positions set statistics 0;

-- How far outcomes go: of two runs of a batch, the slower one sees here what the other has written.
alter table command.batch_job add column last_outcome integer not null default 0;

insert into command.batch_lines (job_id, last_line, lines, contents)
select job_id, max(line), array_agg(line order by line), array_agg(content order by line)
  from (select job_id, line, content, (row_number() over (partition by job_id order by line) - 1) / 1000 as part
          from command.batch_line) numbered
 group by job_id, part;

insert into command.batch_outcomes (job_id, last_line, refused, lines, keys, commands, statuses, codes, details, errors,
                                    locations, positions)
select job_id, max(line), count(*) filter (where status >= 400), array_agg(line order by line),
       array_agg(key order by line), array_agg(command order by line), array_agg(status order by line),
       array_agg(code order by line), array_agg(detail order by line), array_agg(errors::text order by line),
       array_agg(location order by line), array_agg(position order by line)
  from (select *, (row_number() over (partition by job_id order by line) - 1) / 1000 as part
          from command.batch_outcome) numbered
 group by job_id, part;

update command.batch_job j
   set last_outcome = o.last_line
  from (select job_id, max(last_line) as last_line from command.batch_outcomes group by job_id) o
 where o.job_id = j.job_id;

drop table command.batch_line, command.batch_outcome;
