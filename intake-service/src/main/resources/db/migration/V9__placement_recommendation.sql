-- What the placement rules answered, with the facts and the version to ask them again. Never changed.
create table placement_recommendation (
    organization_id   text        not null,
    id                uuid        not null,
    referral_id       uuid        not null,
    patient_id        uuid        not null,
    purpose           text        not null check (purpose in
        ('ADMISSION', 'CONTINUED_STAY', 'STEP_UP', 'STEP_DOWN', 'TRANSFER', 'DISCHARGE')),
    criteria_edition  text        not null check (criteria_edition in ('ASAM3', 'ASAM4')),
    recommended_level text,
    rule_set_version  text        not null,
    -- JSON in canonical form: the text that the hash is of.
    facts             text        not null,
    facts_hash        text        not null check (facts_hash ~ '^sha256:[0-9a-f]{64}$'),
    advice            text        not null,
    requested_by      text        not null,
    recommended_at    timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index placement_recommendation_referral on placement_recommendation (organization_id, referral_id, id);

create table placement_action (
    organization_id   text        not null,
    id                uuid        not null,
    recommendation_id uuid        not null,
    referral_id       uuid        not null,
    patient_id        uuid        not null,
    code              text        not null,
    safety            boolean     not null,
    due_at            timestamptz not null,
    completed_at      timestamptz,
    completed_by      text,
    note              text,
    version           bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, recommendation_id) references placement_recommendation (organization_id, id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check ((completed_at is null) = (completed_by is null)),
    check ((completed_at is null) = (note is null))
);
create index placement_action_open on placement_action (organization_id, patient_id) where completed_at is null;
create index placement_action_referral on placement_action (organization_id, referral_id, id);

-- The clinician's decision on a recommendation stands beside it.
alter table placement
    add column purpose text not null default 'ADMISSION' check (purpose in
        ('ADMISSION', 'CONTINUED_STAY', 'STEP_UP', 'STEP_DOWN', 'TRANSFER', 'DISCHARGE')),
    add column recommendation_id uuid,
    add column override_reason text,
    add foreign key (organization_id, recommendation_id) references placement_recommendation (organization_id, id),
    add check (override_reason is null or recommendation_id is not null);
create index placement_recommended on placement (organization_id, recommendation_id, id) where recommendation_id is not null;
