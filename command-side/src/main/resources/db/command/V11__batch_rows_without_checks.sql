-- Lines and outcomes are written a thousand at a time, by the one place that also makes their job; looking the job up again
-- for each of them took as long as writing it.
alter table command.batch_line drop constraint batch_line_job_id_fkey;
alter table command.batch_outcome drop constraint batch_outcome_job_id_fkey;
