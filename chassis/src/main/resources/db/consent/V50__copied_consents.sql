-- What intake tells of consents, as far as a decision on a disclosure needs it (42 CFR 2.31, 2.33). Each row as its newest event says.
create table copied_consent (
    organization_id text   not null,
    id              uuid   not null,
    source_version  bigint not null,
    person_id       uuid   not null,
    terms           jsonb  not null,
    primary key (organization_id, id)
);
create index copied_consent_person on copied_consent (organization_id, person_id);

create table copied_restriction (
    organization_id text   not null,
    id              uuid   not null,
    source_version  bigint not null,
    person_id       uuid   not null,
    terms           jsonb  not null,
    primary key (organization_id, id)
);
create index copied_restriction_person on copied_restriction (organization_id, person_id);

create table copied_relationship (
    organization_id text    not null,
    id              uuid    not null,
    source_version  bigint  not null,
    person_id       uuid    not null,
    recipient_id    uuid    not null,
    ended           boolean not null,
    primary key (organization_id, id)
);
create index copied_relationship_person on copied_relationship (organization_id, person_id, recipient_id) where not ended;

create table copied_recipient (
    organization_id text    not null,
    id              uuid    not null,
    source_version  bigint  not null,
    client_subject  text,
    active          boolean not null,
    facts           jsonb   not null,
    primary key (organization_id, id)
);
create index copied_recipient_client on copied_recipient (organization_id, client_subject) where active;
