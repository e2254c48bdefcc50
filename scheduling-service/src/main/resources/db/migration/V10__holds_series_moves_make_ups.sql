-- Seats that are held for a while, bookings that recur together, bookings that move, and sessions that make up for a missed one.

-- One request for many seats; its bookings are cancelled and moved together or apart.
create table booking_series (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    enrollment_id   uuid        not null,
    from_on         date        not null,
    until_on        date        not null check (until_on >= from_on),
    created_at      timestamptz not null,
    created_by      text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, enrollment_id) references enrollment
);
create index booking_series_enrollment on booking_series (organization_id, enrollment_id, id);

alter table booking
    drop constraint booking_status_check,
    add column held_until timestamptz,
    add column booking_series_id uuid,
    add column series_item int,
    add column original_starts_at timestamptz,
    add column sequence int not null default 0,
    add column changed_at timestamptz not null default now(),
    add column make_up_for uuid,
    add constraint booking_status_check check (status in ('HELD', 'BOOKED', 'CANCELLED', 'EXPIRED')),
    add constraint booking_held_for_a_while check (status <> 'HELD' or held_until is not null),
    add constraint booking_series_place check (
        (booking_series_id is null) = (series_item is null)
        and (booking_series_id is null) = (original_starts_at is null)),
    add foreign key (organization_id, booking_series_id) references booking_series,
    add foreign key (organization_id, make_up_for) references booking;
create index booking_of_series on booking (organization_id, booking_series_id, starts_at) where booking_series_id is not null;
create index booking_holds on booking (organization_id, held_until) where status = 'HELD';
-- A missed session is made up once.
create unique index booking_one_make_up on booking (organization_id, make_up_for)
    where make_up_for is not null and status in ('HELD', 'BOOKED');

-- A held seat is taken as a booked one is.
alter table booking
    drop constraint booking_client_free,
    add constraint booking_client_free exclude using gist
        (organization_id with =, patient_id with =, during with &&) where (status in ('HELD', 'BOOKED'));

create or replace function booking_takes_seat() returns trigger language plpgsql as $$
declare
    had constant boolean := tg_op = 'UPDATE' and old.status in ('HELD', 'BOOKED');
    has constant boolean := new.status in ('HELD', 'BOOKED');
    moved constant boolean := tg_op = 'UPDATE' and old.session_id <> new.session_id;
begin
    if had and has and moved then
        -- Two who swap places take the two sessions in the same order.
        perform 1 from session where organization_id = new.organization_id and id in (old.session_id, new.session_id)
          order by id for no key update;
    end if;
    if had and (moved or not has) then
        update session set seats_taken = seats_taken - 1
        where organization_id = old.organization_id and id = old.session_id;
        if new.status = 'EXPIRED' then
            -- A session that was for this client alone goes with the hold: clinician and room are free again.
            update session set status = 'CANCELLED', version = version + 1
            where organization_id = old.organization_id and id = old.session_id and series_id is null
              and status = 'SCHEDULED';
        end if;
    end if;
    if has and (moved or not had) then
        update session set seats_taken = seats_taken + 1
        where organization_id = new.organization_id and id = new.session_id and status = 'SCHEDULED';
        if not found then
            raise exception 'the session is not scheduled'
                using errcode = 'check_violation', constraint = 'booking_session_scheduled', table = 'booking';
        end if;
    end if;
    return null;
end
$$;
drop trigger booking_takes_seat on booking;
create trigger booking_takes_seat after insert or update of status, session_id on booking
    for each row execute function booking_takes_seat();

-- A hold ends by itself: whoever needs the seat, the client's time, the clinician or the room first ends the holds in the
-- way whose time is over. So nothing depends on a job that tidies up.
create function booking_ends_expired_holds() returns trigger language plpgsql as $$
begin
    if new.status in ('HELD', 'BOOKED') then
        update booking set status = 'EXPIRED', version = version + 1, changed_at = clock_timestamp()
         where organization_id = new.organization_id and status = 'HELD' and held_until <= clock_timestamp()
           and id <> new.id
           and (session_id = new.session_id
                or make_up_for = new.make_up_for
                or (patient_id = new.patient_id and during && tstzrange(new.starts_at, new.ends_at)));
    end if;
    return new;
end
$$;
-- Runs after booking_is_of_enrolled_patient, by order of name.
create trigger booking_zz_ends_expired_holds before insert or update of status, session_id, starts_at, ends_at on booking
    for each row execute function booking_ends_expired_holds();

create function session_ends_expired_holds() returns trigger language plpgsql as $$
begin
    if new.status = 'SCHEDULED' then
        update booking b set status = 'EXPIRED', version = b.version + 1, changed_at = clock_timestamp()
          from session s
         where b.organization_id = new.organization_id and b.status = 'HELD' and b.held_until <= clock_timestamp()
           and s.organization_id = b.organization_id and s.id = b.session_id and s.id <> new.id
           and s.series_id is null and s.status = 'SCHEDULED'
           and s.during && tstzrange(new.starts_at, new.ends_at)
           and (s.clinician_id = new.clinician_id or s.room_id = new.room_id);
    end if;
    return new;
end
$$;
create trigger session_ends_expired_holds
    before insert or update of status, starts_at, ends_at, clinician_id, room_id on session
    for each row execute function session_ends_expired_holds();
