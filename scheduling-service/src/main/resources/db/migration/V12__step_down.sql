-- A plan of fewer days step by step, of aftercare, and of touches after it: dated proposals, each of which can be booked.
create table step_down_plan (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    enrollment_id   uuid        not null,
    starts_on       date        not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, enrollment_id) references enrollment
);
create index step_down_plan_enrollment on step_down_plan (organization_id, enrollment_id, id);

create table step_down_proposal (
    organization_id text   not null,
    id              uuid   not null,
    version         bigint not null,
    plan_id         uuid   not null,
    position        int    not null check (position >= 0),
    phase           text   not null check (phase in ('STEP_DOWN', 'AFTERCARE_WEEKLY', 'AFTERCARE_MONTHLY', 'ALUMNI')),
    days_per_week   int    not null check (days_per_week between 0 and 7),
    proposed_on     date   not null,
    minutes         int    not null check (minutes between 15 and 480),
    booking_id      uuid,
    primary key (organization_id, id),
    foreign key (organization_id, plan_id) references step_down_plan,
    foreign key (organization_id, booking_id) references booking
);
create unique index step_down_proposal_place on step_down_proposal (organization_id, plan_id, position);
