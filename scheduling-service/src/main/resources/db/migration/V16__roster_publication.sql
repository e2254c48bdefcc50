-- What a publication changed, so that it can be looked up and rolled back.
create table roster_publication (
    organization_id  text        not null,
    id               uuid        not null,
    version          bigint      not null,
    program_id       uuid        not null,
    week_starting_on date        not null,
    roster_run_id    uuid        not null,
    published_at     timestamptz not null,
    published_by     text        not null,
    forced           boolean     not null,
    reason           text check (length(reason) between 1 and 500),
    kept             int         not null,
    created          jsonb       not null,
    cancelled        jsonb       not null,
    handovers        jsonb       not null,
    rolled_back_at   timestamptz,
    rolled_back_by   text,
    rollback_reason  text check (length(rollback_reason) between 1 and 500),
    restored         int,
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, roster_run_id) references roster_run,
    check (not forced or reason is not null),
    check ((rolled_back_at is null) = (rolled_back_by is null)),
    check ((rolled_back_at is null) = (restored is null))
);
create index roster_publication_week on roster_publication (organization_id, program_id, week_starting_on, id);
