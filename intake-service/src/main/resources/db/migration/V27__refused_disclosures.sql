-- What outside machines were not told: who asked for what, and why there was no answer. What doesn't exist leaves the same row,
-- without a person, so that the two differ neither in the answer nor in the work.
create table refused_disclosure (
    organization_id text        not null,
    id              uuid        not null,
    refused_at      timestamptz not null,
    client          text        not null,
    recipient_id    uuid,
    -- Not moved by a merge, as the account of disclosures: found by way of it.
    person_id       uuid,
    data_class      text        not null,
    purpose         text,
    operation       text        not null,
    reasons         varchar[]   not null check (cardinality(reasons) > 0),
    request_id      text        not null,
    primary key (organization_id, id)
);
create index refused_disclosure_person on refused_disclosure (organization_id, person_id, id) where person_id is not null;
create index refused_disclosure_client on refused_disclosure (organization_id, client, id);
create function refused_disclosure_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'refused_disclosure is append-only';
end
$$;
create trigger refused_disclosure_append_only before update or delete or truncate on refused_disclosure
    for each statement execute function refused_disclosure_is_append_only();
