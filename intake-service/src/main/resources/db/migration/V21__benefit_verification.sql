-- What payers said of people's benefits. An answer never changes; a correction or a repetition is a new row.
create table benefit_verification (
    organization_id  text        not null,
    id               uuid        not null,
    patient_id       uuid        not null,
    coverage         text        not null check (coverage in ('ACTIVE', 'INACTIVE', 'NOT_FOUND', 'UNDETERMINED')),
    source           text        not null check (source in ('PHONE', 'PORTAL', 'X12_271', 'FHIR')),
    reference_number text,
    verified_at      timestamptz not null,
    verified_by      text        not null,
    recorded_at      timestamptz not null,
    terms            jsonb       not null,
    conflicts        varchar[]   not null,
    reverify_due_on  date,
    reverify_reason  text check (reverify_reason in ('PERIOD_ENDS', 'CALENDAR_YEAR_ENDS', 'BENEFIT_YEAR_ENDS', 'COVERAGE_ENDS')),
    supersedes       uuid,
    superseded_by    uuid,
    version          bigint      not null,
    primary key (organization_id, id),
    constraint benefit_verification_replaced_once unique (organization_id, supersedes),
    check ((coverage = 'ACTIVE') = (reverify_due_on is not null)),
    check ((reverify_due_on is null) = (reverify_reason is null)),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, supersedes) references benefit_verification (organization_id, id)
);
create index benefit_verification_patient on benefit_verification (organization_id, patient_id, id);
create index benefit_verification_due on benefit_verification (organization_id, reverify_due_on) where superseded_by is null;

-- That somebody pays without insurance, from the day they agreed until the day they withdrew.
create table self_pay_agreement (
    organization_id        text        not null,
    id                     uuid        not null,
    patient_id             uuid        not null,
    agreed_on              date        not null,
    agreed_by              text        not null check (agreed_by in ('PATIENT', 'GUARDIAN', 'OTHER')),
    payer_name             text,
    estimate_reference     text        not null,
    recorded_by            text        not null,
    recorded_at            timestamptz not null,
    withdrawn_on           date check (withdrawn_on >= agreed_on),
    withdrawal_recorded_by text,
    version                bigint      not null,
    primary key (organization_id, id),
    check ((withdrawn_on is null) = (withdrawal_recorded_by is null)),
    check (agreed_by = 'PATIENT' or payer_name is not null),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index self_pay_agreement_patient on self_pay_agreement (organization_id, patient_id, id);
