-- C-SSRS has a level and no total, TEA a total and no band, BAM only subscales.
alter table assessment_result drop constraint assessment_result_check, drop constraint assessment_result_check1,
    add constraint assessment_result_prorated_is_a_total check (total is not null or not prorated),
    add column subscales jsonb not null default '{}' check (jsonb_typeof(subscales) = 'object');
create index assessment_result_of_instrument on assessment_result (organization_id, patient_id, instrument, taken_at);

alter table alert drop constraint alert_rule_check,
    add constraint alert_rule_check check (rule in ('AL_SUI_1', 'AL_SUI_2', 'AL_SUI_3', 'AL_CRV', 'AL_MOOD', 'AL_USE', 'AL_DET',
                                                    'AL_ATT', 'AL_SIL', 'AL_WD'));
