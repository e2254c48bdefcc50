-- One daily self-report. Both keys hold for_on, so the table can be partitioned by month without changing them.
create table check_in (
    organization_id  text        not null,
    id               uuid        not null,
    version          bigint      not null,
    patient_id       uuid        not null,
    for_on           date        not null,
    mood             integer     not null check (mood between 0 and 10),
    craving          integer     not null check (craving between 0 and 10),
    substance_use    boolean     not null,
    sleep_half_hours integer     not null check (sleep_half_hours between 0 and 48),
    note             text        check (char_length(note) between 1 and 2000),
    note_shared      boolean     not null,
    recorded_at      timestamptz not null,
    changed_at       timestamptz not null,
    primary key (organization_id, for_on, id),
    constraint check_in_once_a_day unique (organization_id, patient_id, for_on),
    check (note is not null or not note_shared)
);
create index check_in_of_patient on check_in (organization_id, patient_id, id);

-- The newest check-in of each patient, for the caseload.
create table latest_check_in (
    organization_id text    not null,
    patient_id      uuid    not null,
    for_on          date    not null,
    mood            integer not null check (mood between 0 and 10),
    craving         integer not null check (craving between 0 and 10),
    primary key (organization_id, patient_id)
);
