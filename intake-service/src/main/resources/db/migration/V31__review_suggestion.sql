-- What progress suggested to consider; absent for reviews from before it was told.
alter table placement_review add column suggestion text check (suggestion in ('STEP_DOWN', 'CONTINUE', 'STEP_UP'));
