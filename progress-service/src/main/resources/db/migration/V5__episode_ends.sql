-- The day of the discharge; absent while the person is in treatment.
alter table episode add column ended_on date check (ended_on >= admitted_on);
