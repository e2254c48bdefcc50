-- What arrives with a referral. The source key recognizes a fact of a patient when it comes again.
create table screening_result (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    referral_id     uuid        not null,
    instrument      text        not null,
    total           integer     not null,
    taken_on        date        not null,
    taken_at        timestamptz,
    source_key      text        not null,
    received_at     timestamptz not null,
    primary key (organization_id, id),
    constraint screening_result_once_per_source unique (organization_id, patient_id, source_key),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check (case instrument
        when 'AUDIT_C' then total between 0 and 12
        when 'DAST_10' then total between 0 and 10
        when 'PHQ_2'   then total between 0 and 6
        when 'PHQ_9'   then total between 0 and 27
        when 'GAD_7'   then total between 0 and 21
        else false end)
);
create index screening_result_referral on screening_result (organization_id, referral_id, id);

create table insurance_policy (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    referral_id     uuid        not null,
    payer           text        not null,
    plan            text,
    member_number   text,
    starts_on       date,
    ends_on         date,
    source_key      text        not null,
    received_at     timestamptz not null,
    primary key (organization_id, id),
    constraint insurance_policy_once_per_source unique (organization_id, patient_id, source_key),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check (ends_on >= starts_on)
);
create index insurance_policy_referral on insurance_policy (organization_id, referral_id, id);
