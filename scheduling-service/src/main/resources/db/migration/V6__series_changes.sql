-- What can differ in one occurrence or from a day on, and what each meeting teaches.
alter table session_series
    add column site_id       uuid,
    add column language      text check (language ~ '^[a-z]{2}$'),
    add column exdates       jsonb not null default '[]',
    add column overrides     jsonb not null default '[]',
    add column substitutions jsonb not null default '[]',
    add column curriculum    jsonb,
    add column continues_id  uuid;

-- original_on is the day that the rule gives, when the meeting is on another; it is the meeting's RECURRENCE-ID.
alter table session
    add column site_id     uuid,
    add column original_on date,
    add column tele        boolean not null default false,
    add column module_code text;

-- A meeting without a room was by video before this was kept.
update session set tele = true
 where room_id is null
   and (series_id is null
        or exists (select 1 from session_series s
                    where s.organization_id = session.organization_id and s.id = session.series_id and s.tele));

-- Who books a meeting that is being moved is refused, instead of getting a seat at the old time. By its name it fires after
-- booking_takes_seat, which holds the session's row.
create function booking_takes_time() returns trigger language plpgsql as $$
begin
    if new.status in ('BOOKED', 'HELD') and not exists (
        select 1 from session s
         where s.organization_id = new.organization_id and s.id = new.session_id
           and s.starts_at = new.starts_at and s.ends_at = new.ends_at) then
        raise exception 'the session is at another time'
            using errcode = 'check_violation', constraint = 'booking_session_time', table = 'booking';
    end if;
    return null;
end
$$;
create trigger booking_takes_time after insert or update of status, session_id, starts_at, ends_at on booking
    for each row execute function booking_takes_time();
