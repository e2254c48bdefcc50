-- Further sites of a program, days off by calendar, rooms and clinicians that leave, licences, breaks and time off.
-- Whatever is null or empty means what it meant before: the program's own site, no calendar, no end.
alter table program
    add column sites            jsonb not null default '[]',
    add column holiday_calendar text  not null default 'NONE' check (holiday_calendar in ('NONE', 'US_FEDERAL')),
    add column state            text  check (state ~ '^[A-Z]{2}$');

alter table room
    add column site_id    uuid,
    add column retired_on date;

alter table clinician
    add column breaks       jsonb not null default '[]',
    add column languages    jsonb not null default '[]',
    add column licences     jsonb not null default '[]',
    add column caseload_cap int check (caseload_cap between 0 and 500),
    add column retired_on   date;

create table time_off (
    organization_id text        not null,
    id              uuid        not null,
    clinician_id    uuid        not null,
    first_on        date        not null,
    last_on         date        not null check (last_on >= first_on),
    from_time       time,
    until_time      time,
    reason          text        not null check (reason in ('VACATION', 'SICKNESS', 'TRAINING', 'LEAVE', 'OTHER')),
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, clinician_id) references clinician,
    check ((from_time is null) = (until_time is null)),
    check (from_time is null or first_on = last_on)
);
create index time_off_clinician on time_off (organization_id, clinician_id, last_on);
