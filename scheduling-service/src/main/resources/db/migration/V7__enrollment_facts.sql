-- Planned end, prescribed modalities, no-contact pairs and the history of tracks.
alter table enrollment
    add column planned_end_on        date,
    add column prescribed_modalities jsonb not null default '[]',
    -- For counting a clinician's caseload.
    add column primary_clinician_id  uuid generated always as ((preferences ->> 'primaryClinicianId')::uuid) stored;
create index enrollment_primary_clinician on enrollment (organization_id, primary_clinician_id)
    where primary_clinician_id is not null;

-- Two clients who must never meet. One row stands for both directions; a lifted one stays as history.
create table no_contact_pair (
    organization_id text        not null,
    id              uuid        not null,
    lower_id        uuid        not null,
    higher_id       uuid        not null check (lower_id < higher_id),
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    lifted_at       timestamptz,
    lifted_by       text,
    lifted_reason   text check (length(lifted_reason) between 1 and 500),
    primary key (organization_id, id),
    foreign key (organization_id, lower_id) references enrollment,
    foreign key (organization_id, higher_id) references enrollment,
    check ((lifted_at is null) = (lifted_by is null)),
    check ((lifted_at is null) = (lifted_reason is null))
);
create unique index no_contact_pair_in_force on no_contact_pair (organization_id, lower_id, higher_id)
    where lifted_at is null;
create index no_contact_pair_higher on no_contact_pair (organization_id, higher_id) where lifted_at is null;

-- Pairs that were kept on one side among the preferences. They stay there too for the version before this one.
insert into no_contact_pair (organization_id, id, lower_id, higher_id, recorded_at, recorded_by)
select distinct on (e.organization_id, least(e.id, o.id), greatest(e.id, o.id))
       e.organization_id, gen_random_uuid(), least(e.id, o.id), greatest(e.id, o.id), now(), 'migration'
  from enrollment e
  cross join lateral jsonb_array_elements_text(coalesce(e.preferences -> 'noContact', '[]')) as named (id)
  join enrollment o on o.organization_id = e.organization_id and o.id = named.id::uuid
 where o.id <> e.id;

-- Which track a client was on, who changed it and why. Append-only.
create table track_change (
    organization_id text        not null,
    id              uuid        not null,
    enrollment_id   uuid        not null,
    from_track      text,
    to_track        text,
    reason          text        not null check (length(reason) between 1 and 500),
    changed_at      timestamptz not null,
    changed_by      text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, enrollment_id) references enrollment
);
create index track_change_enrollment on track_change (organization_id, enrollment_id, id);

create function track_change_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'track_change is append-only';
end
$$;
create trigger track_change_append_only before update or delete or truncate on track_change
    for each statement execute function track_change_is_append_only();

-- Two who must never meet get no seats in the same session, whoever books, the roster too. The seat's own trigger has taken
-- the session's row before this one looks, so of two who book at once the second is refused.
create function booking_keeps_apart() returns trigger language plpgsql as $$
begin
    if new.status in ('BOOKED', 'HELD') and exists (
        select 1
          from no_contact_pair p
          join booking b on b.organization_id = p.organization_id
           and b.enrollment_id = case when p.lower_id = new.enrollment_id then p.higher_id else p.lower_id end
         where p.organization_id = new.organization_id and p.lifted_at is null
           and new.enrollment_id in (p.lower_id, p.higher_id)
           and b.session_id = new.session_id and b.status in ('BOOKED', 'HELD')) then
        raise exception 'the client must not be in this session'
            using errcode = 'check_violation', constraint = 'booking_no_contact', table = 'booking';
    end if;
    return null;
end
$$;
create trigger booking_takes_time_apart after insert or update of status, session_id on booking
    for each row execute function booking_keeps_apart();
