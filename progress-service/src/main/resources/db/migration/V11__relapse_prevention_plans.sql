-- One version of a person's relapse-prevention plan; what it says never changes. The one agreed to last answers check-ins.
create table relapse_plan (
    organization_id   text        not null,
    id                uuid        not null,
    version           bigint      not null,
    patient_id        uuid        not null,
    recorded_as       uuid        not null,
    number            integer     not null check (number >= 1),
    content           jsonb       not null check (jsonb_typeof(content) = 'object'),
    written_by        text        not null,
    written_by_client boolean     not null,
    written_at        timestamptz not null,
    agreed_at         timestamptz,
    reviewed_at       timestamptz,
    reviewed_by       text,
    primary key (organization_id, id),
    -- Of two who write the next version at once, one is told to look again.
    constraint relapse_plan_number unique (organization_id, recorded_as, number),
    check ((reviewed_at is null) = (reviewed_by is null))
);
create index relapse_plan_in_force on relapse_plan (organization_id, patient_id, agreed_at) where agreed_at is not null;
create index relapse_plan_of_patient on relapse_plan (organization_id, patient_id, id);
create trigger keep_recorded_as before insert on relapse_plan for each row execute function keep_recorded_as();

-- What a plan answered to one check-in, and what the person said of each step. No key to check_in, whose key holds the day.
create table coping_prompt (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    recorded_as     uuid        not null,
    check_in_id     uuid        not null,
    for_on          date        not null,
    plan_id         uuid        not null,
    signs           jsonb       not null check (jsonb_typeof(signs) = 'array'),
    steps           jsonb       not null check (jsonb_typeof(steps) = 'array'),
    triggers        jsonb       not null check (jsonb_typeof(triggers) = 'array'),
    told            text        not null check (told in ('NOBODY', 'NOTICE', 'ALERT', 'URGENT')),
    shown_at        timestamptz not null,
    outcomes        jsonb       not null check (jsonb_typeof(outcomes) = 'array'),
    noted_at        timestamptz,
    primary key (organization_id, id),
    constraint coping_prompt_once_a_check_in unique (organization_id, recorded_as, check_in_id),
    foreign key (organization_id, plan_id) references relapse_plan (organization_id, id)
);
create index coping_prompt_of_patient on coping_prompt (organization_id, patient_id, id);
create index coping_prompt_of_check_in on coping_prompt (organization_id, patient_id, check_in_id);
create trigger keep_recorded_as before insert on coping_prompt for each row execute function keep_recorded_as();
