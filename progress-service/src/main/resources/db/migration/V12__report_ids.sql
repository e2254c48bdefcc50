-- Made by the device that reports, so that a report sent twice has effect once. Not the row's own id: that one is ours, unique
-- whatever devices say, and in the order of recording.
alter table check_in add column report_id uuid;
