-- Alerts have clocks, an assignee and an outcome. Open ones from before get the clocks of their severity, counted from when
-- they were raised; a business day is written as a day here, which only brings the first escalation forward.
alter table alert
    add column signal      text,
    add column due_at      timestamptz,
    add column quiet_until timestamptz,
    add column escalations integer not null default 0 check (escalations >= 0),
    add column assigned_to text,
    add column assigned_at timestamptz,
    add column outcome     text check (outcome in ('SAFETY_PLAN_MADE', 'EMERGENCY_CARE', 'CONTACTED', 'PLAN_CHANGED',
                                                   'LEVEL_OF_CARE_CHANGED', 'MEDICAL_EVALUATION', 'NOT_REACHED', 'NO_ACTION_NEEDED')),
    add column outcome_at  timestamptz,
    add column outcome_by  text,
    add constraint alert_assigned check ((assigned_at is null) = (assigned_to is null)),
    add constraint alert_outcome check ((outcome is null) = (outcome_at is null) and (outcome is null) = (outcome_by is null)),
    add constraint alert_outcome_after_acknowledgement check (outcome is null or acknowledged_at is not null),
    drop constraint alert_reason_check,
    add constraint alert_reason_check check (reason in ('SAFETY_ASSESSED', 'CARE_ALREADY_UNDER_WAY', 'EMERGENCY_SERVICES_CALLED',
                                                        'HANDED_TO_ON_CALL', 'RECORDED_IN_ERROR', 'REACHING_OUT',
                                                        'REVIEWED_WITH_TEAM'));
update alert
   set due_at = raised_at + case severity when 'CRITICAL' then interval '15 minutes'
                                          when 'HIGH' then interval '4 hours'
                                          when 'MEDIUM' then interval '1 day' end
 where acknowledged_at is null;
create index alert_due on alert (due_at) where acknowledged_at is null and due_at is not null;
create index alert_acknowledged on alert (organization_id, acknowledged_at) where acknowledged_at is not null;

alter table check_in add column substances jsonb not null default '[]' check (jsonb_typeof(substances) = 'array');
create index attendance_unit_of_admission on attendance_unit (organization_id, admission_id, session_on);
