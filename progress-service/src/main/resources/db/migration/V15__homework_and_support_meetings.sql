-- Something a clinician gave a person to do between sessions.
create table homework (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    recorded_as     uuid        not null,
    admission_id    uuid,
    kind            text        not null check (kind in ('WORKSHEET', 'READING', 'WRITING', 'SKILL_PRACTICE', 'SUPPORT_MEETING', 'OTHER')),
    task            text        not null check (char_length(task) between 1 and 500),
    due_on          date        not null,
    assigned_by     text        not null,
    assigned_at     timestamptz not null,
    done_at         timestamptz,
    withdrawn_at    timestamptz,
    withdrawn_by    text,
    primary key (organization_id, id),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check (done_at is null or withdrawn_at is null)
);
create index homework_of_patient on homework (organization_id, patient_id, id);
create trigger keep_recorded_as before insert on homework for each row execute function keep_recorded_as();

-- A support meeting that a person means to go to, or went to, or did not. Its id is made by the person's device.
create table support_meeting (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    recorded_as     uuid        not null,
    held_on         date        not null,
    fellowship      text        not null check (fellowship in ('AA', 'NA', 'CA', 'SMART_RECOVERY', 'RECOVERY_DHARMA', 'LIFERING',
                                                               'WOMEN_FOR_SOBRIETY', 'CELEBRATE_RECOVERY', 'FAMILY_GROUP', 'ALUMNI',
                                                               'OTHER')),
    online          boolean     not null,
    planned         boolean     not null,
    status          text        not null check (status in ('PLANNED', 'ATTENDED', 'MISSED')),
    recorded_at     timestamptz not null,
    changed_at      timestamptz not null,
    primary key (organization_id, id),
    check (planned or status <> 'PLANNED')
);
create index support_meeting_of_patient on support_meeting (organization_id, patient_id, held_on, id);
create trigger keep_recorded_as before insert on support_meeting for each row execute function keep_recorded_as();
