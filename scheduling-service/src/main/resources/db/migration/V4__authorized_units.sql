-- What payers allow of a stay, as intake's newest event says. The enrollment may become known later than this.
create table payer_authorization (
    organization_id text    not null,
    id              uuid    not null,
    source_version  bigint  not null,
    enrollment_id   uuid    not null,
    valid_from      date,
    valid_to        date,
    services        jsonb   not null,
    ended           boolean not null,
    primary key (organization_id, id),
    check (ended or (valid_from is not null and valid_to >= valid_from))
);
create index payer_authorization_enrollment on payer_authorization (organization_id, enrollment_id) where not ended;
