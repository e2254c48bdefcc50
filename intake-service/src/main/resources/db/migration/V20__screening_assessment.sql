-- Instruments that were answered for a referral. Answers and score never change; a correction is a new row.
create table screening_assessment (
    organization_id text        not null,
    id              uuid        not null,
    referral_id     uuid        not null,
    patient_id      uuid        not null,
    instrument      text        not null,
    answers         text        not null check (answers is json object),
    score           text        not null check (score is json object),
    taken_at        timestamptz not null,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    supersedes      uuid,
    superseded_by   uuid,
    primary key (organization_id, id),
    constraint screening_assessment_corrected_once unique (organization_id, supersedes),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, supersedes) references screening_assessment (organization_id, id)
);
create index screening_assessment_referral on screening_assessment (organization_id, referral_id, id);
