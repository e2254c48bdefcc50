-- A rebuild of what progress copies and sums: who asked for it when, and what it had to mend. Rows stay, as the record of it.
create table rollup_rebuild (
    organization_id         text        not null,
    id                      uuid        not null,
    version                 bigint      not null,
    requested_by            text        not null,
    requested_at            timestamptz not null,
    alive_at                timestamptz not null,
    status                  text        not null check (status in ('RUNNING', 'DONE', 'FAILED')),
    finished_at             timestamptz,
    events_read             bigint      not null check (events_read >= 0),
    unreadable_events       bigint      not null check (unreadable_events >= 0),
    admissions_mended       bigint      not null check (admissions_mended >= 0),
    bookings_mended         bigint      not null check (bookings_mended >= 0),
    attendance_weeks_mended bigint      not null check (attendance_weeks_mended >= 0),
    check_in_weeks_mended   bigint      not null check (check_in_weeks_mended >= 0),
    program_weeks_mended    bigint      not null check (program_weeks_mended >= 0),
    primary key (organization_id, id),
    check ((status = 'RUNNING') = (finished_at is null))
);
create unique index rollup_rebuild_one_at_a_time on rollup_rebuild (organization_id) where status = 'RUNNING';

-- What the topics say, while a rebuild reads them; empty else. Not logged: after a crash the rebuild begins anew. Whoever adds a
-- column to episode adds it here, too: the same statements write both.
create unlogged table rebuilt_admission (like episode including defaults including constraints including indexes);
create unlogged table rebuilt_unit (
    organization_id   text    not null,
    id                uuid    not null,
    source_version    bigint  not null,
    admission_id      uuid    not null,
    session_on        date    not null,
    status            text    not null,
    planned_minutes   integer not null,
    delivered_minutes integer not null,
    primary key (organization_id, id)
);
