-- Who is to be compared with all others, in the order in which they were described. A row goes when it is done.
create table person_to_compare (
    id              bigint generated always as identity primary key,
    organization_id text   not null,
    person_id       uuid   not null
);
create index person_to_compare_organization on person_to_compare (organization_id, id);
