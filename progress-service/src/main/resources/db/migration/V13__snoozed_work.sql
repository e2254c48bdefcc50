-- Due measurements that somebody put off, and why. The last one of an item counts.
create table snooze (
    organization_id text        not null,
    id              uuid        not null,
    patient_id      uuid        not null,
    recorded_as     uuid        not null,
    item            text        not null,
    until_on        date        not null,
    reason          text        not null check (reason in ('TOO_UNWELL', 'IN_CRISIS', 'AWAY', 'NEEDS_HELP_WITH_FORM', 'DONE_ELSEWHERE',
                                                           'DECLINED', 'OTHER')),
    snoozed_by      text        not null,
    snoozed_at      timestamptz not null,
    primary key (organization_id, id)
);
create index snooze_of_patient on snooze (organization_id, patient_id, until_on);
create trigger keep_recorded_as before insert on snooze for each row execute function keep_recorded_as();
