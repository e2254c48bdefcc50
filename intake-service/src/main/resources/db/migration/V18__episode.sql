-- The whole course of a stay: levels, leaves, the discharge, and a new stay after it.
alter table admission
    add column status             text        not null default 'ACTIVE'
        check (status in ('ACTIVE', 'ON_LEAVE', 'DISCHARGED')),
    add column phase              text        not null default 'TREATMENT' check (phase in ('TREATMENT', 'AFTERCARE')),
    add column discharged_on      date,
    add column last_contact_on    date,
    add column end_reason         text,
    add column readmission        boolean     not null default false,
    add column changed_at         timestamptz,
    add column data_at_admission  jsonb,
    add column data_at_discharge  jsonb,
    add constraint admission_discharge_whole check (
        (status = 'DISCHARGED') = (discharged_on is not null)
        and (discharged_on is null) = (last_contact_on is null)
        and (discharged_on is null) = (end_reason is null)),
    add constraint admission_discharge_days check (admitted_on <= last_contact_on and last_contact_on <= discharged_on);
update admission set changed_at = recorded_at;
alter table admission alter column changed_at set not null;
alter table admission drop constraint admission_one_per_patient;
create unique index admission_one_open_per_patient on admission (organization_id, patient_id) where discharged_on is null;
create index admission_patient on admission (organization_id, patient_id, id);

alter table level_of_care_history
    add column program_id                  uuid,
    add column prescribed_minutes_per_week integer,
    add column phase                       text not null default 'TREATMENT' check (phase in ('TREATMENT', 'AFTERCARE')),
    add column kind                        text not null default 'ADMISSION' check (kind in
        ('ADMISSION', 'STEP_UP', 'STEP_DOWN', 'TRANSFER', 'PRESCRIPTION', 'OTHER_EDITION')),
    -- Of the clinician's placement; the first level has its own on the referral.
    add column rationale                   text,
    add column decided_by                  text;
update level_of_care_history h
   set program_id = a.program_id, prescribed_minutes_per_week = a.prescribed_minutes_per_week
  from admission a
 where a.organization_id = h.organization_id and a.id = h.admission_id;
alter table level_of_care_history
    alter column program_id set not null,
    alter column prescribed_minutes_per_week set not null,
    add check (kind = 'ADMISSION' or (rationale is not null and decided_by is not null));

create table admission_leave (
    organization_id  text not null,
    id               uuid not null,
    admission_id     uuid not null,
    starts_on        date not null,
    expected_back_on date,
    last_day_on      date check (last_day_on >= starts_on),
    reason           text not null,
    primary key (organization_id, id),
    foreign key (organization_id, admission_id) references admission (organization_id, id)
);
create unique index admission_leave_one_open on admission_leave (organization_id, admission_id) where last_day_on is null;
create index admission_leave_admission on admission_leave (organization_id, admission_id, starts_on);

create table planned_contact (
    organization_id text   not null,
    id              uuid   not null,
    admission_id    uuid   not null,
    kind            text   not null check (kind in ('AFTERCARE', 'FOLLOW_UP')),
    due_on          date   not null,
    outcome         text   check (outcome in ('DONE', 'LOST', 'CANCELLED')),
    closed_on       date,
    version         bigint not null,
    primary key (organization_id, id),
    foreign key (organization_id, admission_id) references admission (organization_id, id),
    check ((outcome is null) = (closed_on is null))
);
create index planned_contact_admission on planned_contact (organization_id, admission_id, due_on);
