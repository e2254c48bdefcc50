-- Something about one patient that a human must look at. Only an acknowledgement by a named person ends its being open.
create table alert (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    rule            text        not null check (rule in ('AL_SUI_1')),
    severity        text        not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    patient_id      uuid        not null,
    admission_id    uuid,
    source_id       uuid        not null,
    raised_at       timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    reason          text        check (reason in ('SAFETY_ASSESSED', 'CARE_ALREADY_UNDER_WAY', 'EMERGENCY_SERVICES_CALLED',
                                                  'HANDED_TO_ON_CALL', 'RECORDED_IN_ERROR')),
    primary key (organization_id, id),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check ((acknowledged_at is null) = (reason is null))
);
create index alert_of_patient on alert (organization_id, patient_id, rule, raised_at);
create index alert_open on alert (organization_id, id) where acknowledged_at is null;

-- How many alerts of each severity are open for each patient. Its row is also the lock under which alerts of one patient
-- are raised and acknowledged one after another.
create table open_alerts (
    organization_id text    not null,
    patient_id      uuid    not null,
    low             integer not null check (low >= 0),
    medium          integer not null check (medium >= 0),
    high            integer not null check (high >= 0),
    critical        integer not null check (critical >= 0),
    primary key (organization_id, patient_id)
);
