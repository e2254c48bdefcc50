-- Since when the level of care is what it is; absent, where it isn't known, stands for the admission.
alter table episode add column level_since date;

-- Reviews that were recommended, with every finding and its figures. Append-only by use.
create table level_review (
    organization_id text        not null,
    id              uuid        not null,
    admission_id    uuid        not null,
    suggestion      text        not null check (suggestion in ('STEP_DOWN', 'CONTINUE', 'STEP_UP')),
    reasons         jsonb       not null check (jsonb_array_length(reasons) between 1 and 20),
    findings        jsonb       not null check (jsonb_typeof(findings) = 'array'),
    requested_by    text,
    recommended_at  timestamptz not null,
    primary key (organization_id, id)
);
create index level_review_of_admission on level_review (organization_id, admission_id, id);
