-- The FHIR face says when a program, a clinician, a room or a series last changed.
alter table program add column changed_at timestamptz not null default now();
alter table clinician add column changed_at timestamptz not null default now();
alter table room add column changed_at timestamptz not null default now();
alter table session_series add column changed_at timestamptz not null default now();
create trigger program_changes before update on program for each row execute function session_changes();
create trigger clinician_changes before update on clinician for each row execute function session_changes();
create trigger room_changes before update on room for each row execute function session_changes();
create trigger session_series_changes before update on session_series for each row execute function session_changes();
