-- What kind of session a booking is of; absent in rows from before it was kept, until a newer event or a rebuild tells it.
alter table attendance_unit add column kind text;
alter table rebuilt_unit add column kind text;

-- What scheduling tells of publications of a program's week. Both events of one say what never changes, so their order has no
-- effect; seats are absent where the event came before they were told, the time where only the rollback has been heard.
create table roster_publication (
    organization_id text    not null,
    id              uuid    not null,
    program_id      uuid    not null,
    week_starts_on  date    not null,
    published_at    timestamptz,
    group_sessions  integer check (group_sessions >= 0),
    group_seats     integer check (group_seats >= 0),
    rolled_back     boolean not null,
    primary key (organization_id, id),
    check ((group_sessions is null) = (group_seats is null)),
    check (published_at is not null or rolled_back)
);
create index roster_publication_of_week on roster_publication (organization_id, week_starts_on, program_id);

-- What the topic says of them while a rebuild reads it; empty else.
create unlogged table rebuilt_publication (like roster_publication including constraints including indexes);
alter table rollup_rebuild add column publications_mended bigint not null default 0 check (publications_mended >= 0);
