-- Secret addresses at which calendar programs read a client's, a clinician's or a room's sessions. Only a hash of the secret is kept.
create table calendar_feed (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    subject         text        not null check (subject in ('ENROLLMENT', 'CLINICIAN', 'ROOM')),
    subject_id      uuid        not null,
    secret_hash     bytea       not null check (length(secret_hash) = 32),
    details         boolean     not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    issued_at       timestamptz not null,
    revoked_at      timestamptz,
    primary key (organization_id, id),
    check (subject = 'ENROLLMENT' or not details)
);
-- Who reads a feed has nothing but the secret, so it is looked up across organizations.
create unique index calendar_feed_secret on calendar_feed (secret_hash);
create index calendar_feed_subject on calendar_feed (organization_id, subject_id, id);

-- Calendars say when a session last changed.
alter table session add column changed_at timestamptz not null default now();
create function session_changes() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end
$$;
create trigger session_changes before update on session for each row execute function session_changes();

create index session_clinician_day on session (organization_id, clinician_id, session_on) where clinician_id is not null;
create index session_room_day on session (organization_id, room_id, session_on) where room_id is not null;
