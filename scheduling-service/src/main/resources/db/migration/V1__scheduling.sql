-- Programs, their people, rooms and recurring sessions; enrollments; roster runs; sessions, bookings and attendance.
-- The database itself refuses a double booking of a clinician, a room or a client, and a seat that a session doesn't have.

-- Lets an exclusion constraint compare identifiers beside ranges. A trusted extension: the database's owner may create it.
create extension if not exists btree_gist;

create table program (
    organization_id      text        not null,
    id                   uuid        not null,
    version              bigint      not null,
    name                 text        not null check (length(name) between 1 and 120),
    zone                 text        not null,
    tracks               jsonb       not null,
    closures             jsonb       not null,
    default_prescription jsonb       not null,
    created_at           timestamptz not null,
    primary key (organization_id, id)
);

create table clinician (
    organization_id       text   not null,
    id                    uuid   not null,
    version               bigint not null,
    program_id            uuid   not null,
    name                  text   not null check (length(name) between 1 and 120),
    credentials           jsonb  not null,
    modalities            jsonb  not null,
    working_hours         jsonb  not null,
    max_weekly_minutes    int    not null check (max_weekly_minutes between 0 and 10080),
    target_weekly_minutes int    not null check (target_weekly_minutes between 0 and max_weekly_minutes),
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program
);
create index clinician_program on clinician (organization_id, program_id, id);

create table room (
    organization_id text   not null,
    id              uuid   not null,
    version         bigint not null,
    program_id      uuid   not null,
    name            text   not null check (length(name) between 1 and 120),
    type            text   not null check (type in ('GROUP', 'OFFICE')),
    capacity        int    not null check (capacity between 1 and 100),
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program
);
create index room_program on room (organization_id, program_id, id);

create table session_series (
    organization_id  text    not null,
    id               uuid    not null,
    version          bigint  not null,
    program_id       uuid    not null,
    name             text    not null check (length(name) between 1 and 120),
    kind             text    not null,
    rrule            text    not null check (length(rrule) between 1 and 200),
    starts_on        date    not null,
    local_start      time    not null,
    duration_minutes int     not null check (duration_minutes between 15 and 480 and duration_minutes % 15 = 0),
    track            text    not null,
    capacity         int     not null check (capacity between 1 and 100),
    minimum_size     int     not null check (minimum_size between 0 and capacity),
    gender           text    not null check (gender in ('ANY', 'F', 'M')),
    trauma           boolean not null,
    modality         text    not null,
    tele             boolean not null,
    facilitator_id   uuid,
    room_id          uuid,
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, facilitator_id) references clinician,
    foreign key (organization_id, room_id) references room
);
create index session_series_program on session_series (organization_id, program_id, id);

-- intake's admission as scheduling sees it. A program that is not known yet has no row to refer to.
create table enrollment (
    organization_id             text    not null,
    id                          uuid    not null,
    version                     bigint  not null,
    source_version              bigint  not null,
    patient_id                  uuid    not null,
    program_id                  uuid    not null,
    level_of_care               text    not null,
    admitted_on                 date    not null,
    prescribed_minutes_per_week int     not null check (prescribed_minutes_per_week between 0 and 10080),
    state                       text    not null check (state in ('AWAITING_PROGRAM', 'ACTIVE')),
    prescription                jsonb   not null,
    prescription_individual     boolean not null,
    available                   jsonb   not null,
    busy                        jsonb   not null,
    preferences                 jsonb   not null,
    primary key (organization_id, id)
);
create index enrollment_program on enrollment (organization_id, program_id, id);
create index enrollment_patient on enrollment (organization_id, patient_id, id);

create table roster_run (
    organization_id    text        not null,
    id                 uuid        not null,
    version            bigint      not null,
    program_id         uuid        not null,
    week_starting_on   date        not null check (extract(isodow from week_starting_on) = 1),
    seed               bigint      not null,
    time_limit_seconds int         not null check (time_limit_seconds between 1 and 300),
    status             text        not null check (status in ('QUEUED', 'RUNNING', 'SOLVED', 'FAILED', 'PUBLISHED')),
    lease_until        timestamptz not null,
    requested_at       timestamptz not null,
    requested_by       text        not null,
    started_at         timestamptz,
    finished_at        timestamptz,
    published_at       timestamptz,
    published_by       text,
    failure            text,
    outcome            jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    check ((status in ('SOLVED', 'PUBLISHED')) = (outcome is not null)),
    check ((status = 'FAILED') = (failure is not null)),
    check ((status = 'PUBLISHED') = (published_at is not null))
);
create unique index roster_run_one_active on roster_run (organization_id, program_id)
    where status in ('QUEUED', 'RUNNING');
create index roster_run_program on roster_run (organization_id, program_id, id);
create index roster_run_lease on roster_run (lease_until) where status in ('QUEUED', 'RUNNING');

create table session (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    program_id      uuid        not null,
    series_id       uuid,
    kind            text        not null,
    session_on      date        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    zone            text        not null,
    clinician_id    uuid,
    room_id         uuid,
    capacity        int         not null check (capacity between 1 and 100),
    seats_taken     int         not null default 0,
    status          text        not null check (status in ('SCHEDULED', 'CANCELLED')),
    during          tstzrange   not null generated always as (tstzrange(starts_at, ends_at)) stored,
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, series_id) references session_series,
    foreign key (organization_id, clinician_id) references clinician,
    foreign key (organization_id, room_id) references room,
    check (starts_at < ends_at),
    constraint session_capacity check (seats_taken between 0 and capacity),
    constraint session_clinician_free exclude using gist
        (organization_id with =, clinician_id with =, during with &&) where (status = 'SCHEDULED'),
    constraint session_room_free exclude using gist
        (organization_id with =, room_id with =, during with &&) where (status = 'SCHEDULED')
);
create unique index session_once_per_day on session (organization_id, series_id, session_on)
    where status = 'SCHEDULED';
create index session_program_day on session (organization_id, program_id, session_on);

-- One client's seat in one session. Times are copied from the session, so that the client's own rule can be checked here.
create table booking (
    organization_id   text        not null,
    id                uuid        not null,
    version           bigint      not null,
    session_id        uuid        not null,
    enrollment_id     uuid        not null,
    patient_id        uuid        not null,
    program_id        uuid        not null,
    roster_run_id     uuid,
    kind              text        not null,
    session_on        date        not null,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    zone              text        not null,
    status            text        not null check (status in ('BOOKED', 'CANCELLED')),
    cancellation      text,
    attendance        text check (attendance in
        ('ATTENDED', 'LATE', 'PARTIAL', 'NO_SHOW', 'EXCUSED', 'LATE_CANCEL', 'CANCELLED_BY_PROGRAM')),
    minutes_late      int,
    minutes_present   int,
    delivered_minutes int check (delivered_minutes >= 0),
    during            tstzrange   not null generated always as (tstzrange(starts_at, ends_at)) stored,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session,
    foreign key (organization_id, enrollment_id) references enrollment,
    foreign key (organization_id, roster_run_id) references roster_run,
    check ((status = 'CANCELLED') = (cancellation is not null)),
    check ((attendance is null) = (delivered_minutes is null)),
    check (attendance is null or status = 'BOOKED'),
    constraint booking_client_free exclude using gist
        (organization_id with =, patient_id with =, during with &&) where (status = 'BOOKED')
);
create index booking_session on booking (organization_id, session_id, id);
create index booking_patient_day on booking (organization_id, patient_id, session_on);
create index booking_enrollment_day on booking (organization_id, enrollment_id, session_on);
create index booking_program_day on booking (organization_id, program_id, session_on);

-- Seats are counted by the database: whoever takes one holds the session's row until commit, so a race can't exceed it.
create function booking_takes_seat() returns trigger language plpgsql as $$
begin
    if new.status = 'BOOKED' and (tg_op = 'INSERT' or old.status <> 'BOOKED') then
        update session set seats_taken = seats_taken + 1
        where organization_id = new.organization_id and id = new.session_id and status = 'SCHEDULED';
        if not found then
            raise exception 'the session is not scheduled'
                using errcode = 'check_violation', constraint = 'booking_session_scheduled', table = 'booking';
        end if;
    elsif tg_op = 'UPDATE' and old.status = 'BOOKED' and new.status <> 'BOOKED' then
        update session set seats_taken = seats_taken - 1
        where organization_id = new.organization_id and id = new.session_id;
    end if;
    return null;
end
$$;
create trigger booking_takes_seat after insert or update of status on booking
    for each row execute function booking_takes_seat();

-- Every mark and every correction, in order. Append-only: a correction is a new row with its reason.
create table attendance_mark (
    organization_id   text        not null,
    id                uuid        not null,
    booking_id        uuid        not null,
    patient_id        uuid        not null,
    code              text        not null,
    minutes_late      int,
    minutes_present   int,
    delivered_minutes int         not null,
    notified_at       timestamptz,
    reason            text check (length(reason) between 1 and 500),
    marked_at         timestamptz not null,
    marked_by         text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, booking_id) references booking
);
create index attendance_mark_booking on attendance_mark (organization_id, booking_id, id);

create function attendance_mark_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'attendance_mark is append-only';
end
$$;
create trigger attendance_mark_append_only before update or delete or truncate on attendance_mark
    for each statement execute function attendance_mark_is_append_only();
