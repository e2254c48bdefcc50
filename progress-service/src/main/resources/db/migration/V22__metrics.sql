-- What figures about cohorts ask of an episode beside what there was; absent where intake has not told it.
alter table episode
    add column admitted_level   text,
    add column referral_source  text,
    add column first_contact_on date,
    add column last_contact_on  date,
    add column discharge_reason text,
    add column teds_reason      integer check (teds_reason between 1 and 7);
create index episode_admitted on episode (organization_id, admitted_on);
create index assessment_result_of_admission on assessment_result (organization_id, admission_id, instrument, taken_at);
