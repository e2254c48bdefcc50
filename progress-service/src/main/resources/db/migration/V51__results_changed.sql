-- When a result was recorded, or another took its place: what an EHR asks for when it asks what is new.
alter table assessment_result add column changed_at timestamptz;
update assessment_result as result
   set changed_at = coalesce(
       (select correction.recorded_at from assessment_result as correction
         where correction.organization_id = result.organization_id and correction.id = result.replaced_by),
       result.recorded_at);
alter table assessment_result alter column changed_at set not null;
