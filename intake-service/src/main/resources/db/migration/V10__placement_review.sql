-- That somebody's level should be looked at again, as the progress service recommended; closed by a placement.
create table placement_review (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    admission_id    uuid        not null,
    referral_id     uuid        not null,
    -- Codes, joined by a comma.
    reason_codes    text        not null check (reason_codes ~ '^[A-Z][A-Z0-9_-]*(,[A-Z][A-Z0-9_-]*)*$'),
    recommended_at  timestamptz not null,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    placement_id    uuid,
    version         bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, admission_id) references admission (organization_id, id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, placement_id) references placement (organization_id, id),
    check ((closed_at is null) = (placement_id is null))
);
create index placement_review_open on placement_review (organization_id, id) where closed_at is null;
create index placement_review_patient on placement_review (organization_id, patient_id, id);
