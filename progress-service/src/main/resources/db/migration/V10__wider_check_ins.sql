-- When the person said it by their own device (null: when it was recorded), whether they were at a support meeting that day (null:
-- not said), and what pulled at them.
alter table check_in
    add column reported_at      timestamptz,
    add column meeting_attended boolean,
    add column triggers         jsonb not null default '[]' check (jsonb_typeof(triggers) = 'array');

-- AL-RPP: a warning sign of the person's own relapse-prevention plan.
alter table alert drop constraint alert_rule_check,
    add constraint alert_rule_check check (rule in ('AL_SUI_1', 'AL_SUI_2', 'AL_SUI_3', 'AL_CRV', 'AL_MOOD', 'AL_USE', 'AL_DET',
                                                    'AL_ATT', 'AL_SIL', 'AL_WD', 'AL_RPP'));
