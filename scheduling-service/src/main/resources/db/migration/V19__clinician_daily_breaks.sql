-- A break that a clinician has on every day with work, at some time within a part of the day; null when breaks are at fixed times
-- only, or arranged otherwise.
alter table clinician
    add column daily_break jsonb;
