-- A corrected result is kept; the result that corrects it stands in its place and says why.
alter table assessment_result
    add column corrects          uuid,
    add column correction_reason text check (correction_reason in ('MISREAD_QUESTION', 'ENTRY_ERROR', 'ANSWERED_FOR_ANOTHER_TIME', 'OTHER')),
    add column replaced_by       uuid,
    add constraint assessment_result_correction check ((corrects is null) = (correction_reason is null)),
    add constraint assessment_result_not_itself check (corrects <> id and replaced_by <> id);
create unique index assessment_result_corrected_once on assessment_result (organization_id, corrects) where corrects is not null;

-- When the answers that raised an alert were corrected so that they would not raise it any more. The alert stays open for a human.
alter table alert add column source_corrected_at timestamptz;
create index alert_of_source on alert (organization_id, source_id);

-- That a clinician went through a result with the person, and what it changed in the plan (Joint Commission CTS.03.01.09, EP 2).
create table assessment_review (
    organization_id   text        not null,
    id                uuid        not null,
    patient_id        uuid        not null,
    recorded_as       uuid        not null,
    assessment_id     uuid        not null,
    plan_change       text        not null check (plan_change in ('NONE', 'GOALS', 'INTERVENTIONS', 'HOURS', 'LEVEL_OF_CARE', 'MEDICATION_REVIEW',
                                                                  'SAFETY_PLAN')),
    treatment_plan_id uuid,
    reviewed_by       text        not null,
    reviewed_at       timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, assessment_id) references assessment_result (organization_id, id),
    check (plan_change <> 'NONE' or treatment_plan_id is null)
);
create index assessment_review_of_assessment on assessment_review (organization_id, assessment_id, id);
create trigger keep_recorded_as before insert on assessment_review for each row execute function keep_recorded_as();
