-- A run can be cancelled, tells how far it is, and is taken over when its process is gone, a bounded number of times.
alter table roster_run drop constraint roster_run_status_check;
alter table roster_run drop constraint roster_run_time_limit_seconds_check;
alter table roster_run
    add constraint roster_run_status_check
        check (status in ('QUEUED', 'RUNNING', 'SOLVED', 'FAILED', 'CANCELLED', 'PUBLISHED')),
    add constraint roster_run_time_limit_seconds_check check (time_limit_seconds between 1 and 900),
    add column scope text not null default 'REMAINING',
    add column attempts int not null default 0,
    add column progress jsonb,
    add column cancelled_at timestamptz,
    add column cancelled_by text,
    add column publication_id uuid,
    add constraint roster_run_scope_check check (scope in ('REMAINING', 'WHOLE', 'REPLAN'));
