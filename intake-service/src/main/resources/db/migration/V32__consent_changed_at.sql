-- The FHIR face says when a consent last changed.
alter table consent add column changed_at timestamptz not null default now();
create function consent_changes() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end
$$;
create trigger consent_changes before update on consent for each row execute function consent_changes();
