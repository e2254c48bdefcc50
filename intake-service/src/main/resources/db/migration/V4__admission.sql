create table admission (
    organization_id             text        not null,
    id                          uuid        not null,
    referral_id                 uuid        not null,
    patient_id                  uuid        not null,
    -- scheduling's identifier; opaque here.
    program_id                  uuid        not null,
    level_of_care               text        not null,
    criteria_edition            text        not null check (criteria_edition in ('ASAM3', 'ASAM4')),
    admitted_on                 date        not null,
    prescribed_minutes_per_week integer     not null
        check (prescribed_minutes_per_week between 15 and 10080 and prescribed_minutes_per_week % 15 = 0),
    recorded_at                 timestamptz not null,
    version                     bigint      not null,
    primary key (organization_id, id),
    constraint admission_once_per_referral unique (organization_id, referral_id),
    -- Until admissions can end, a patient has one at the most.
    constraint admission_one_per_patient unique (organization_id, patient_id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index admission_program on admission (organization_id, program_id, id);

create table level_of_care_history (
    organization_id  text not null,
    id               uuid not null,
    admission_id     uuid not null,
    level_of_care    text not null,
    criteria_edition text not null check (criteria_edition in ('ASAM3', 'ASAM4')),
    starts_on        date not null,
    primary key (organization_id, id),
    unique (organization_id, admission_id, starts_on),
    foreign key (organization_id, admission_id) references admission (organization_id, id)
);
