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

-- A booking is of the patient whom the enrollment is of at the commit, whatever its writer has read before.
create function booking_is_of_enrolled_patient() returns trigger language plpgsql as $$
begin
    select e.patient_id into new.patient_id from enrollment e
     where e.organization_id = new.organization_id and e.id = new.enrollment_id for key share;
    return new;
end
$$;
create trigger booking_is_of_enrolled_patient before insert on booking
    for each row execute function booking_is_of_enrolled_patient();
