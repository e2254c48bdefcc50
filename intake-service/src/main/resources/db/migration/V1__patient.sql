-- Who the people are. The only tables of the suite with names, birth dates and contacts.
create table patient (
    organization_id                text        not null,
    id                             uuid        not null,
    given_name                     text,
    family_name                    text        not null,
    birth_date                     date        not null check (birth_date >= date '1900-01-01'),
    administrative_gender          text        not null check (administrative_gender in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    sex_at_birth                   text        check (sex_at_birth in ('FEMALE', 'MALE', 'UNKNOWN')),
    phone                          text,
    email                          text,
    emergency_contact_name         text,
    emergency_contact_phone        text,
    emergency_contact_relationship text,
    preferred_language             text,
    time_zone                      text,
    -- Recognizes a person who came without any identifier when the same message comes again.
    source_key                     text,
    registered_at                  timestamptz not null,
    changed_at                     timestamptz not null,
    version                        bigint      not null,
    primary key (organization_id, id),
    constraint patient_once_per_source unique (organization_id, source_key),
    check ((emergency_contact_name is null) = (emergency_contact_phone is null))
);

create table patient_identifier (
    organization_id text not null,
    id              uuid not null,
    patient_id      uuid not null,
    system          text not null,
    value           text not null,
    primary key (organization_id, id),
    constraint patient_identifier_names_one_patient unique (organization_id, system, value),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index patient_identifier_patient on patient_identifier (organization_id, patient_id);
