create table referral (
    organization_id   text        not null,
    id                uuid        not null,
    patient_id        uuid        not null,
    source            text        not null check (source in
        ('SELF', 'FAMILY', 'DISCHARGE_PLANNER', 'EHR', 'COURT', 'EMPLOYER', 'OTHER_LEVEL_OF_CARE')),
    urgency           text        not null check (urgency in ('ROUTINE', 'URGENT', 'EMERGENT')),
    reason            text,
    desired_start_on  date,
    status            text        not null check (status in ('RECEIVED', 'SCREENING', 'ACCEPTED', 'DECLINED', 'ADMITTED')),
    decline_reason    text,
    -- Of the latest placement.
    level_of_care     text,
    criteria_edition  text        check (criteria_edition in ('ASAM3', 'ASAM4')),
    received_at       timestamptz not null,
    acknowledged_at   timestamptz,
    status_changed_at timestamptz not null,
    -- Recognizes the message that the referral came in when it comes again.
    source_key        text,
    version           bigint      not null,
    primary key (organization_id, id),
    constraint referral_once_per_source unique (organization_id, source_key),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check ((status = 'DECLINED') = (decline_reason is not null)),
    check ((level_of_care is null) = (criteria_edition is null)),
    check (status not in ('ACCEPTED', 'ADMITTED') or level_of_care is not null),
    check (acknowledged_at >= received_at)
);
create index referral_status on referral (organization_id, status, id);
create index referral_patient on referral (organization_id, patient_id, id);
create index referral_received on referral (organization_id, received_at);
