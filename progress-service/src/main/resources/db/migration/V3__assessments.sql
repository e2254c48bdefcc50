-- One answered instrument: the raw answers, and what the scorer of that version made of them.
create table assessment_result (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    admission_id    uuid,
    instrument      text        not null,
    scorer_version  text        not null,
    answers         jsonb       not null check (jsonb_typeof(answers) = 'object'),
    total           integer     check (total >= 0),
    band            text,
    complete        boolean     not null,
    prorated        boolean     not null,
    taken_at        timestamptz not null,
    recorded_at     timestamptz not null,
    primary key (organization_id, id),
    check ((total is null) = (band is null)),
    check (total is not null or not (complete or prorated)),
    check (not (complete and prorated))
);
create index assessment_result_of_patient on assessment_result (organization_id, patient_id, id);

-- The newest score of each patient, for the caseload.
create table latest_score (
    organization_id text        not null,
    patient_id      uuid        not null,
    assessment_id   uuid        not null,
    instrument      text        not null,
    total           integer     not null check (total >= 0),
    band            text        not null,
    taken_at        timestamptz not null,
    primary key (organization_id, patient_id)
);
