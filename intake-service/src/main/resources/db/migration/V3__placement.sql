create table placement (
    organization_id  text        not null,
    id               uuid        not null,
    referral_id      uuid        not null,
    patient_id       uuid        not null,
    level_of_care    text        not null,
    criteria_edition text        not null check (criteria_edition in ('ASAM3', 'ASAM4')),
    rationale        text        not null,
    decided_by       text        not null,
    decided_at       timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index placement_referral on placement (organization_id, referral_id, id);
