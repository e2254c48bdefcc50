-- What payers allow of treatment: units of services between two days. Each decision of a payer is a row of its own beside it.
create table service_authorization (
    organization_id           text        not null,
    id                        uuid        not null,
    patient_id                uuid        not null,
    admission_id              uuid,
    insurance_policy_id       uuid,
    payer_name                text        not null,
    payer_electronic_id       text,
    number                    text,
    status                    text        not null check (status in
        ('REQUESTED', 'APPROVED', 'PARTIALLY_APPROVED', 'EXTENDED', 'DENIED', 'CLOSED')),
    services                  jsonb       not null,
    requested_on              date        not null,
    valid_from                date        not null,
    valid_to                  date        not null check (valid_to >= valid_from),
    planned_end_on            date        check (planned_end_on >= valid_from),
    concurrent_review_due_on  date,
    denial_reason             text,
    closed_on                 date,
    closure_reason            text,
    -- The version of the rules by which days become units; the rules themselves are kept with the services.
    policy_version            text        not null,
    recorded_by               text        not null,
    recorded_at               timestamptz not null,
    changed_at                timestamptz not null,
    version                   bigint      not null,
    -- What the forecast of one day says, and what was told of it. A new forecast is no new version of the authorization.
    forecast_as_of            date,
    exhausts_on               date,
    first_uncovered_on        date,
    review_due_on             date,
    told_version              bigint      not null default 0,
    told                      jsonb,
    told_uncovered_on         date,
    primary key (organization_id, id),
    check ((status = 'DENIED') = (denial_reason is not null)),
    check ((status = 'CLOSED') = (closed_on is not null)),
    check ((closed_on is null) = (closure_reason is null)),
    check (status in ('REQUESTED', 'DENIED', 'CLOSED') or number is not null),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, admission_id) references admission (organization_id, id),
    foreign key (organization_id, insurance_policy_id) references insurance_policy (organization_id, id)
);
select guard_patient('service_authorization');
create index service_authorization_patient on service_authorization (organization_id, patient_id, id);
create index service_authorization_admission on service_authorization (organization_id, admission_id, id);
create index service_authorization_due on service_authorization (organization_id, id)
    where status in ('APPROVED', 'PARTIALLY_APPROVED', 'EXTENDED');

create table authorization_step (
    organization_id          text        not null,
    id                       uuid        not null,
    authorization_id         uuid        not null,
    kind                     text        not null check (kind in
        ('REQUESTED', 'APPROVED', 'PARTIALLY_APPROVED', 'DENIED', 'REVISED', 'EXTENDED', 'EXTENSION_DENIED', 'CLOSED')),
    decided_on               date        not null,
    services                 jsonb       not null,
    valid_from               date        not null,
    valid_to                 date        not null,
    concurrent_review_due_on date,
    reason                   text,
    reference                text,
    note                     text,
    recorded_by              text        not null,
    recorded_at              timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, authorization_id) references service_authorization (organization_id, id)
);
create index authorization_step_authorization on authorization_step (organization_id, authorization_id, id);

-- scheduling's bookings of admitted people, each as its newest event says: what burns an authorization down.
create table booked_session (
    organization_id   text    not null,
    id                uuid    not null,
    source_version    bigint  not null,
    admission_id      uuid    not null,
    kind              text    not null,
    session_on        date    not null,
    state             text    not null check (state in ('BOOKED', 'WITHDRAWN', 'MARKED')),
    planned_minutes   integer not null check (planned_minutes between 0 and 1440),
    delivered_minutes integer not null check (delivered_minutes between 0 and 1440),
    primary key (organization_id, id)
);
create index booked_session_admission on booked_session (organization_id, admission_id, session_on);

-- Stays whose authorizations are to be forecast again, after the transaction that changed them. A row goes when it is done.
create table authorization_to_forecast (
    id              bigint generated always as identity primary key,
    organization_id text   not null,
    admission_id    uuid   not null
);
create index authorization_to_forecast_organization on authorization_to_forecast (organization_id, id);
