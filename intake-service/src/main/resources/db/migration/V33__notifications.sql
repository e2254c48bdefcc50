-- Machines outside that are told that something has changed, never what.
create table notification_receiver (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    recipient_id    uuid        not null,
    address         text        not null,
    topics          jsonb       not null,
    status          text        not null check (status in ('REQUESTED', 'ACTIVE', 'PAUSED', 'OFF')),
    off_because     text,
    key_version     int         not null check (key_version > 0),
    last_number     bigint      not null check (last_number >= 0),
    failures        int         not null check (failures >= 0),
    failing_since   timestamptz,
    next_attempt_at timestamptz not null,
    leased_until    timestamptz,
    registered_at   timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, recipient_id) references recipient (organization_id, id),
    check ((failures = 0) = (failing_since is null))
);
create index notification_receiver_recipient on notification_receiver (organization_id, recipient_id);
create index notification_receiver_due on notification_receiver (next_attempt_at) where status in ('REQUESTED', 'ACTIVE');

-- What a receiver is to be told, in the order of id. The person is named as when it happened, also after a merge of patients:
-- whose record stands for them is found when it is told. The number is given when it is first told, so that a receiver sees no gap.
create table notification (
    organization_id text        not null,
    id              bigint      generated always as identity,
    receiver_id     uuid        not null,
    topic           text        not null,
    focus_id        uuid        not null,
    person_id       uuid        not null,
    occurred_at     timestamptz not null,
    status          text        not null check (status in ('PENDING', 'DELIVERED', 'WITHDRAWN')),
    number          bigint,
    primary key (organization_id, id),
    foreign key (organization_id, receiver_id) references notification_receiver (organization_id, id),
    unique (organization_id, receiver_id, number),
    check (status <> 'DELIVERED' or number is not null)
);
create index notification_pending on notification (organization_id, receiver_id, id) where status = 'PENDING';
create index notification_occurred on notification (occurred_at);
