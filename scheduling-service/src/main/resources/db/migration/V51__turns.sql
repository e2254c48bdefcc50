-- Two who insert overlapping rows at the same moment wait for each other in an exclusion constraint, until the deadlock is found a
-- second later; of a hundred who want one clinician it is found again and again. So whoever takes time of a clinician, a room or a
-- client first takes a turn, by day, until the end of the transaction. The constraints decide as before: a turn only orders who
-- asks them. A transaction waits for a turn once for sessions, then once for clients, and holds no other turn meanwhile that those
-- behind it could want first, so turns make no deadlocks of their own; what it inserts after that, such as a roster, takes none.
create function take_turn(organization text, whose uuid, from_at timestamptz, until_at timestamptz) returns void
    language plpgsql as $$
declare
    day date;
begin
    for day in
        select generate_series(
            (from_at at time zone 'UTC')::date, ((until_at - interval '1 microsecond') at time zone 'UTC')::date, interval '1 day')
    loop
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'turn', organization, whose, day), 0));
    end loop;
end
$$;

create function session_takes_turn() returns trigger language plpgsql as $$
declare
    taken constant boolean := tg_op = 'INSERT'
        or (new.starts_at, new.ends_at, new.clinician_id, new.room_id, new.status)
            is distinct from (old.starts_at, old.ends_at, old.clinician_id, old.room_id, old.status);
begin
    if taken and new.status = 'SCHEDULED' and coalesce(current_setting('iop.turn', true), '') = '' then
        perform set_config('iop.turn', 'session', true);
        if new.clinician_id is not null then
            perform take_turn(new.organization_id, new.clinician_id, new.starts_at, new.ends_at);
        end if;
        if new.room_id is not null then
            perform take_turn(new.organization_id, new.room_id, new.starts_at, new.ends_at);
        end if;
    end if;
    return new;
end
$$;
create trigger session_a_takes_turn before insert or update of status, starts_at, ends_at, clinician_id, room_id on session
    for each row execute function session_takes_turn();

create function booking_takes_turn() returns trigger language plpgsql as $$
declare
    taken constant boolean := tg_op = 'INSERT'
        or (new.starts_at, new.ends_at, new.patient_id, new.status)
            is distinct from (old.starts_at, old.ends_at, old.patient_id, old.status);
begin
    if taken and new.status in ('HELD', 'BOOKED') and coalesce(current_setting('iop.turn', true), '') <> 'client' then
        perform set_config('iop.turn', 'client', true);
        perform take_turn(new.organization_id, new.patient_id, new.starts_at, new.ends_at);
    end if;
    return new;
end
$$;
create trigger booking_a_takes_turn before insert or update of status, starts_at, ends_at, patient_id on booking
    for each row execute function booking_takes_turn();
