-- What the treatment plan in force prescribes, as progress.treatment-plan.v1 tells: a copy, rebuilt by replaying it. It can
-- come before the admission, so it has no key to the enrollment.
create table planned_prescription (
    organization_id text   not null,
    id              uuid   not null,
    source_version  bigint not null,
    revision        int    not null check (revision >= 1),
    days_per_week   int    not null check (days_per_week between 1 and 7),
    sessions        jsonb  not null,
    modalities      jsonb  not null,
    primary key (organization_id, id)
);

-- The revision of the treatment plan that the prescription follows; absent without a plan in force.
alter table enrollment add column plan_revision int check (plan_revision >= 1);
