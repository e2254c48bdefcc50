-- Who outside the program can be named on a consent, and whose machine asks.
create table recipient (
    organization_id text        not null,
    id              uuid        not null,
    name            text        not null,
    patient_id      uuid,
    facts           jsonb       not null,
    client_subject  text,
    active          boolean     not null,
    registered_at   timestamptz not null,
    version         bigint      not null,
    primary key (organization_id, id),
    constraint recipient_client_is_one_recipient unique (organization_id, client_subject),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index recipient_patient on recipient (organization_id, patient_id) where patient_id is not null;

-- Written consents to disclosure. What was signed never changes: the seal is its fingerprint.
create table consent (
    organization_id     text        not null,
    id                  uuid        not null,
    patient_id          uuid        not null,
    status              text        not null check (status in ('DRAFT', 'ACTIVE', 'REVOKED', 'ENDED', 'VOIDED')),
    content             jsonb       not null,
    form_version        text        not null,
    signature           jsonb,
    signed_at           timestamptz,
    signature_taken_by  text,
    seal                text check (seal ~ '^sha256:[0-9a-f]{64}$'),
    expires_at          timestamptz,
    ended_at            timestamptz,
    revoked_at          timestamptz,
    revocation          jsonb,
    revocation_taken_by text,
    voided_because      text,
    drafted_at          timestamptz not null,
    drafted_by          text        not null,
    version             bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check ((signature is null) = (signed_at is null) and (signature is null) = (seal is null)),
    check (status not in ('ACTIVE', 'REVOKED', 'ENDED') or signature is not null),
    check ((revoked_at is null) = (revocation is null)),
    check (status <> 'REVOKED' or revoked_at is not null),
    check (status <> 'ENDED' or ended_at is not null),
    check ((status = 'VOIDED') = (voided_because is not null))
);
create index consent_patient on consent (organization_id, patient_id, id);

-- Consents to be treated.
create table treatment_consent (
    organization_id     text        not null,
    id                  uuid        not null,
    patient_id          uuid        not null,
    signature           jsonb       not null,
    taken_by            text        not null,
    withdrawn_at        timestamptz,
    withdrawal_taken_by text,
    version             bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    check ((withdrawn_at is null) = (withdrawal_taken_by is null))
);
create index treatment_consent_patient on treatment_consent (organization_id, patient_id, id);

-- What the program agreed not to disclose, 42 CFR 2.26.
create table disclosure_restriction (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    recipient_id    uuid,
    data_classes    jsonb       not null,
    reason          text,
    agreed_at       timestamptz not null,
    agreed_by       text        not null,
    ended_at        timestamptz,
    version         bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, recipient_id) references recipient (organization_id, id)
);
create index disclosure_restriction_patient on disclosure_restriction (organization_id, patient_id, id);

-- Which recipients treat the person: a consent for "my treating providers" holds for these only.
create table treating_relationship (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    recipient_id    uuid        not null,
    began_at        timestamptz not null,
    recorded_by     text        not null,
    ended_at        timestamptz,
    version         bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, recipient_id) references recipient (organization_id, id)
);
create unique index treating_relationship_once on treating_relationship (organization_id, patient_id, recipient_id)
    where ended_at is null;

-- Accounting of disclosures, 42 CFR 2.25. Append-only.
create table disclosure (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    recipient_id    uuid        not null,
    disclosed_at    timestamptz not null,
    data_classes    jsonb       not null,
    what            text        not null,
    purpose         text        not null,
    basis           text        not null check (basis in ('CONSENT', 'MEDICAL_EMERGENCY')),
    consent_ids     jsonb       not null,
    emergency       jsonb,
    channel         text        not null check (channel in ('API', 'BY_STAFF')),
    notice_version  text        not null,
    disclosed_by    text        not null,
    request_id      text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id),
    foreign key (organization_id, recipient_id) references recipient (organization_id, id),
    check ((basis = 'MEDICAL_EMERGENCY') = (emergency is not null))
);
create index disclosure_patient on disclosure (organization_id, patient_id, id);

create function disclosure_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'disclosure is append-only';
end
$$;
create trigger disclosure_append_only before update or delete or truncate on disclosure
    for each statement execute function disclosure_is_append_only();
