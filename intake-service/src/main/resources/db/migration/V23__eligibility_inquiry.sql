-- What a payer's machine said that the record has no place for.
alter table benefit_verification add notes varchar[] not null default '{}';

-- Nine digits, as an X12 interchange numbers itself; after the last one they begin again.
create sequence x12_control_number minvalue 1 maxvalue 999999999 cycle;

-- Questions to payers, kept before they are sent.
create table eligibility_inquiry (
    organization_id     text        not null,
    id                  uuid        not null,
    patient_id          uuid        not null,
    payer               text        not null,
    payer_electronic_id text        not null,
    service_on          date        not null,
    trace               text        not null,
    control_number      bigint      not null,
    x12                 text        not null,
    status              text        not null check (status in ('PREPARED', 'ANSWERED', 'VERIFY_BY_HAND')),
    outcome             text,
    reverifies          uuid,
    verification_id     uuid,
    asked_by            text        not null,
    asked_at            timestamptz not null,
    version             bigint      not null,
    primary key (organization_id, id),
    constraint eligibility_inquiry_trace unique (organization_id, trace),
    check ((status = 'ANSWERED') = (verification_id is not null)),
    check ((status = 'VERIFY_BY_HAND') = (outcome is not null)),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, reverifies) references benefit_verification (organization_id, id),
    foreign key (organization_id, verification_id) references benefit_verification (organization_id, id)
);
create index eligibility_inquiry_patient on eligibility_inquiry (organization_id, patient_id, id);
