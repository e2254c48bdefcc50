-- What guards clients, clinicians and rooms keeps the organization in another collation than the column has. So no other query
-- is ever planned over these indexes: of a table that nobody has analyzed yet, the planner took them for "the rows of this
-- organization" where one row was meant, read all of them for each seat, and a roster's cost grew with the square of its seats.
-- The rules stay what they are: equal is equal in both collations.
alter table booking
    drop constraint booking_client_free,
    add constraint booking_client_free exclude using gist
        (organization_id collate "C" with =, patient_id with =, during with &&) where (status in ('HELD', 'BOOKED'));
alter table session
    drop constraint session_clinician_free,
    drop constraint session_room_free,
    add constraint session_clinician_free exclude using gist
        (organization_id collate "C" with =, clinician_id with =, during with &&) where (status = 'SCHEDULED'),
    add constraint session_room_free exclude using gist
        (organization_id collate "C" with =, room_id with =, during with &&) where (status = 'SCHEDULED');

-- As before, but the session is looked for by its key alone: "and status = 'SCHEDULED'" let the planner take the index of
-- scheduled meetings and read all of the organization's.
create or replace function booking_takes_seat() returns trigger language plpgsql as $$
declare
    had constant boolean := tg_op = 'UPDATE' and old.status in ('HELD', 'BOOKED');
    has constant boolean := new.status in ('HELD', 'BOOKED');
    moved constant boolean := tg_op = 'UPDATE' and old.session_id <> new.session_id;
    state text;
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
        update session set seats_taken = seats_taken + case when status = 'SCHEDULED' then 1 else 0 end
        where organization_id = new.organization_id and id = new.session_id
        returning status into state;
        if state is distinct from 'SCHEDULED' then
            raise exception 'the session is not scheduled'
                using errcode = 'check_violation', constraint = 'booking_session_scheduled', table = 'booking';
        end if;
    end if;
    return null;
end
$$;

create or replace function waitlist_hold_takes_seat() returns trigger language plpgsql as $$
declare
    state text;
begin
    if tg_op = 'INSERT' then
        update session set seats_taken = seats_taken + case when status = 'SCHEDULED' then 1 else 0 end
        where organization_id = new.organization_id and id = new.session_id
        returning status into state;
        if state is distinct from 'SCHEDULED' then
            raise exception 'the session is not scheduled'
                using errcode = 'check_violation', constraint = 'booking_session_scheduled', table = 'waitlist_hold';
        end if;
    else
        update session set seats_taken = seats_taken - 1
        where organization_id = old.organization_id and id = old.session_id;
    end if;
    return null;
end
$$;
