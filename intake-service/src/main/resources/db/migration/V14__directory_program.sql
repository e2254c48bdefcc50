-- Treatment programs that a person can be sent to. No personal data.
create table directory_program (
    organization_id text             not null,
    id              uuid             not null,
    external_id     text             not null,
    name            text             not null,
    levels          varchar(60)[]    not null check (cardinality(levels) > 0),
    latitude        double precision not null check (latitude between -90 and 90),
    longitude       double precision not null check (longitude between -180 and 180),
    -- The same place on the unit sphere.
    x               double precision not null,
    y               double precision not null,
    z               double precision not null,
    street          text,
    city            text,
    state           text,
    postal_code     text,
    phone           text,
    website         text,
    tracks          varchar(60)[]    not null,
    hours           text,
    languages       varchar(60)[]    not null,
    telehealth      boolean          not null,
    payers          varchar(60)[]    not null,
    sliding_fee     boolean          not null,
    special_groups  varchar(60)[]    not null,
    medications     varchar(60)[]    not null,
    accreditations  varchar(60)[]    not null,
    listed          boolean          not null,
    changed_at      timestamptz      not null,
    version         bigint           not null,
    primary key (organization_id, id),
    constraint directory_program_once unique (organization_id, external_id)
);
-- The box around a place.
create index directory_program_place on directory_program (organization_id, z, x, y) where listed;
