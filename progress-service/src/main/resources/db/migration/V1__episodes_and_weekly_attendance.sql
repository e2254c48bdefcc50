-- What progress knows of an admission; a copy fed by intake.admission.v1 and rebuilt by replaying it.
create table episode (
    organization_id              text    not null,
    id                           uuid    not null,
    source_version               bigint  not null,
    patient_id                   uuid    not null,
    program_id                   uuid    not null,
    level_of_care                text    not null,
    admitted_on                  date    not null,
    prescribed_minutes_per_week  integer not null check (prescribed_minutes_per_week between 0 and 10080),
    primary key (organization_id, id)
);
create index episode_of_patient on episode (organization_id, patient_id, admitted_on);
create index episode_of_program on episode (organization_id, program_id, id);

-- One booked session of one client, as the newest event about the booking has it. Two topics feed it, so events of one
-- booking can arrive in any order: source_version decides. No key to episode: attendance may arrive before the admission.
create table attendance_unit (
    organization_id   text    not null,
    id                uuid    not null,
    source_version    bigint  not null,
    admission_id      uuid    not null,
    session_on        date    not null,
    status            text    not null check (status in ('BOOKED', 'WITHDRAWN', 'ATTENDED', 'LATE', 'PARTIAL', 'EXCUSED',
                                                         'LATE_CANCEL', 'NO_SHOW', 'CANCELLED_BY_PROGRAM')),
    planned_minutes   integer not null check (planned_minutes between 0 and 1440),
    delivered_minutes integer not null check (delivered_minutes between 0 and 1440),
    primary key (organization_id, id)
);

-- The rollup of attendance_unit by admission and ISO week, kept up to date by differences; dashboards read only this.
create table weekly_attendance (
    organization_id         text    not null,
    admission_id            uuid    not null,
    week_starts_on          date    not null check (extract(isodow from week_starts_on) = 1),
    scheduled_units         integer not null check (scheduled_units >= 0),
    program_cancelled_units integer not null check (program_cancelled_units >= 0),
    attended_units          integer not null check (attended_units >= 0),
    unmarked_units          integer not null check (unmarked_units >= 0),
    planned_minutes         integer not null check (planned_minutes >= 0),
    delivered_minutes       integer not null check (delivered_minutes >= 0),
    primary key (organization_id, admission_id, week_starts_on),
    check (program_cancelled_units + attended_units + unmarked_units <= scheduled_units)
);
