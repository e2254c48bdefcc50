-- Events waiting to be published. The identity gives the order; never a cached sequence, which hands out ranges.
create table outbox (
    id                bigint generated always as identity primary key,
    organization_id   text        not null,
    event_id          uuid        not null,
    topic             text        not null,
    type              text        not null,
    subject           uuid        not null,
    aggregate_version bigint      not null,
    occurred_at       timestamptz not null,
    traceparent       text,
    data              text        not null
);
-- Rows live for milliseconds: vacuum by count of dead rows, not by a share of a table that is nearly always empty.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Events already handled, so that a second delivery has no effect.
create table inbox (
    organization_id text        not null,
    event_id        uuid        not null,
    received_at     timestamptz not null,
    primary key (organization_id, event_id)
);
create index inbox_received on inbox (received_at);

-- Every access to a person's data. Append-only: a trigger refuses to change or delete a row.
create table access_log (
    id              bigint generated always as identity,
    organization_id text        not null,
    at              timestamptz not null,
    actor           text        not null,
    roles           text        not null,
    action          text        not null check (action in ('READ', 'WRITE')),
    resource        text        not null,
    resource_id     uuid,
    person_id       uuid        not null,
    purpose         text        not null,
    operation       text        not null,
    request_id      text        not null,
    primary key (organization_id, id)
);
create index access_log_person on access_log (organization_id, person_id, id);

create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'access_log is append-only';
end
$$;
create trigger access_log_append_only before update or delete or truncate on access_log
    for each statement execute function access_log_is_append_only();

-- Answers given under an idempotency key, for the caller's retry.
create table idempotency_key (
    organization_id text        not null,
    caller          text        not null,
    key             text        not null,
    request_hash    text        not null,
    status          int         not null,
    location        text,
    etag            text,
    link            text,
    media_type      text,
    body            text,
    created_at      timestamptz not null,
    primary key (organization_id, caller, key)
);
create index idempotency_key_created on idempotency_key (created_at);
