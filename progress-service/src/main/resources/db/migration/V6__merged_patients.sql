-- Whose record stands for whose, as intake.patient.v1 tells. An undone merge stays as a row, so that a late event can't bring it back.
create table patient_merge (
    organization_id text    not null,
    id              uuid    not null,
    source_version  bigint  not null,
    merged_id       uuid    not null,
    survivor_id     uuid    not null check (survivor_id <> merged_id),
    undone          boolean not null,
    primary key (organization_id, id)
);
create unique index patient_merge_in_force on patient_merge (organization_id, merged_id) where not undone;
create index patient_merge_survivor on patient_merge (organization_id, survivor_id) where not undone;

-- Who this patient is now. Whoever writes for a patient asks first and keeps the answer true until commit: a merge waits for
-- the writers before it, and the writers after it see it.
create function current_patient(organization text, patient uuid) returns uuid language plpgsql volatile as $$
declare
    survivor uuid;
begin
    for merges in 1..100 loop
        perform pg_advisory_xact_lock_shared(hashtextextended(organization || ' ' || patient, 0));
        select m.survivor_id into survivor from patient_merge m
         where m.organization_id = organization and m.merged_id = patient and not m.undone;
        if not found then
            return patient;
        end if;
        patient := survivor;
    end loop;
    raise exception 'patient % is merged in a circle', patient;
end
$$;

-- The patient under whom a row was recorded. A merge changes patient_id only, and its undo finds its rows by this.
alter table check_in add column recorded_as uuid;
alter table assessment_result add column recorded_as uuid;
alter table alert add column recorded_as uuid;
update check_in set recorded_as = patient_id;
update assessment_result set recorded_as = patient_id;
update alert set recorded_as = patient_id;
alter table check_in alter column recorded_as set not null;
alter table assessment_result alter column recorded_as set not null;
alter table alert alter column recorded_as set not null;

create function keep_recorded_as() returns trigger language plpgsql as $$
begin
    new.recorded_as := new.patient_id;
    return new;
end
$$;
create trigger keep_recorded_as before insert on check_in for each row execute function keep_recorded_as();
create trigger keep_recorded_as before insert on assessment_result for each row execute function keep_recorded_as();
create trigger keep_recorded_as before insert on alert for each row execute function keep_recorded_as();

-- Two records of one person may each have a report of a day.
alter table check_in drop constraint check_in_once_a_day,
    add constraint check_in_once_a_day unique (organization_id, recorded_as, for_on);
create index check_in_of_patient_day on check_in (organization_id, patient_id, for_on);
