create table loaf (
    organization_id text   not null,
    id              uuid   not null,
    version         bigint not null,
    customer_id     uuid   not null,
    name            text   not null,
    grams           int    not null check (grams > 0),
    primary key (organization_id, id),
    unique (organization_id, name)
);
create table delivery (
    organization_id text   not null,
    loaf_id         uuid   not null,
    source_version  bigint not null,
    grams           int    not null,
    times_applied   int    not null,
    primary key (organization_id, loaf_id)
);
