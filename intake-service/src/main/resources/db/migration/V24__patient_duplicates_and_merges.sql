-- What people are compared by: case, accents, spaces, hyphens and apostrophes don't count.
create function name_key(name text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(lower(normalize(name, NFKD) collate "pg_c_utf8"), '[\u0300-\u036F\s.,''’‘`\u002D\u2010-\u2015]', '', 'g')
$$;
-- The last ten digits, without the extension: with and without the country's code the number is the same.
create function phone_key(phone text) returns text language sql immutable strict parallel safe as $$
    select right(regexp_replace(regexp_replace(phone, '(x|ext\.?) ?[0-9]{1,6}$', ''), '[^0-9]', '', 'g'), 10)
$$;

alter table patient
    add column merged_into uuid,
    add column family_key  text generated always as (name_key(family_name)) stored,
    add column given_key   text generated always as (name_key(given_name)) stored,
    add column phone_key   text generated always as (phone_key(phone)) stored,
    add column email_key   text generated always as (lower(normalize(email, NFKC) collate "pg_c_utf8")) stored,
    add constraint patient_merged_into_another check (merged_into <> id),
    add foreign key (organization_id, merged_into) references patient (organization_id, id);
create index patient_birth_date on patient (organization_id, birth_date) where merged_into is null;
create index patient_names on patient (organization_id, family_key, given_key) where merged_into is null;
create index patient_phone on patient (organization_id, phone_key) where merged_into is null and phone_key is not null;
create index patient_email on patient (organization_id, email_key) where merged_into is null and email_key is not null;
create index patient_merged_into on patient (organization_id, merged_into) where merged_into is not null;

alter table patient_identifier
    add column value_key text generated always as (upper(regexp_replace(value, '[^A-Za-z0-9]', '', 'g'))) stored;
create index patient_identifier_value on patient_identifier (organization_id, value_key) where value_key <> '';

-- Two records that may be of one person, and what a person decided.
create table possible_duplicate (
    organization_id text        not null,
    id              uuid        not null,
    -- The smaller identifier first, so that a pair is found once.
    first_id        uuid        not null,
    second_id       uuid        not null check (first_id < second_id),
    score           integer     not null,
    strength        text        not null check (strength in ('POSSIBLE', 'LIKELY')),
    -- Codes, joined by a comma.
    evidence        text        not null,
    -- Fingerprint of what was compared: a pair that was kept apart comes back when it changes.
    compared        text        not null,
    status          text        not null check (status in ('OPEN', 'KEPT_APART')),
    found_at        timestamptz not null,
    decided_at      timestamptz,
    decided_by      text,
    reason          text,
    version         bigint      not null,
    primary key (organization_id, id),
    constraint possible_duplicate_once unique (organization_id, first_id, second_id),
    foreign key (organization_id, first_id) references patient (organization_id, id),
    foreign key (organization_id, second_id) references patient (organization_id, id),
    check ((status = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null))
);
create index possible_duplicate_open on possible_duplicate (organization_id, id) where status = 'OPEN';
create index possible_duplicate_second on possible_duplicate (organization_id, second_id);

create table patient_merge (
    organization_id text        not null,
    id              uuid        not null,
    survivor_id     uuid        not null,
    merged_id       uuid        not null check (merged_id <> survivor_id),
    reason          text        not null,
    merged_at       timestamptz not null,
    merged_by       text        not null,
    undone_at       timestamptz,
    undone_by       text,
    undo_reason     text,
    version         bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, survivor_id) references patient (organization_id, id),
    foreign key (organization_id, merged_id) references patient (organization_id, id),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
create unique index patient_merge_in_force on patient_merge (organization_id, merged_id) where undone_at is null;
create index patient_merge_merged on patient_merge (organization_id, merged_id, id);
create index patient_merge_survivor on patient_merge (organization_id, survivor_id, id);

-- Which rows a merge moved, for its undo. The version is the row's own after the move, if it has one.
create table patient_merge_row (
    organization_id text  not null,
    merge_id        uuid  not null,
    table_name      text  not null,
    row_key         jsonb not null,
    row_version     bigint,
    primary key (organization_id, merge_id, table_name, row_key),
    foreign key (organization_id, merge_id) references patient_merge (organization_id, id)
);

-- No row can be given to a patient for whom another record stands. The lock makes this wait for a merge that is under way,
-- and a merge wait for this; it is the lock that the foreign key takes anyway.
create function refuse_merged_patient() returns trigger language plpgsql as $$
declare
    survivor uuid;
begin
    if new.patient_id is not null then
        select p.merged_into into survivor from patient p
            where p.organization_id = new.organization_id and p.id = new.patient_id for key share;
        if survivor is not null then
            raise exception 'the patient was merged into %', survivor
                using errcode = 'foreign_key_violation', constraint = 'patient_stands_for_itself', table = tg_table_name;
        end if;
    end if;
    return new;
end
$$;

-- Every table whose patient_id refers to a patient needs this, in the migration that creates it.
create function guard_patient(guarded regclass) returns void language plpgsql as $$
begin
    execute format('create trigger merged_patient_gets_nothing before insert on %s
        for each row execute function refuse_merged_patient()', guarded);
    execute format('create trigger merged_patient_gets_nothing_back before update of patient_id on %s
        for each row when (old.patient_id is distinct from new.patient_id) execute function refuse_merged_patient()', guarded);
end
$$;

do $$
declare
    guarded regclass;
begin
    for guarded in
        select c.conrelid::regclass from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'patient_id' and a.attnum = any (c.conkey)
         where c.contype = 'f' and c.confrelid = 'patient'::regclass order by c.conrelid::regclass::text
    loop
        perform guard_patient(guarded);
    end loop;
end
$$;

-- The seal of a consent is of the patient's identifier at the signature; a merge changes patient_id only.
alter table consent add column signed_for_id uuid;
update consent set signed_for_id = patient_id where seal is not null;

-- A merge finds a person's rows by these.
create index placement_patient on placement (organization_id, patient_id);
create index placement_recommendation_patient on placement_recommendation (organization_id, patient_id);
create index placement_action_patient on placement_action (organization_id, patient_id);
create index screening_assessment_patient on screening_assessment (organization_id, patient_id);
create index waitlist_entry_patient on waitlist_entry (organization_id, patient_id);
create index interim_service_patient on interim_service (organization_id, patient_id);
