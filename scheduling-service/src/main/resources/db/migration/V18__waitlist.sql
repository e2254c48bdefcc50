-- Clients who wait for a seat in meetings of a series, and seats that are kept while somebody is offered them.
create table waitlist_entry (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    program_id      uuid        not null,
    series_id       uuid        not null,
    enrollment_id   uuid        not null,
    days            jsonb       not null check (jsonb_array_length(days) between 1 and 31),
    first_on        date        not null,
    joined_at       timestamptz not null,
    joined_by       text        not null,
    status          text        not null check (status in ('WAITING', 'OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'LEFT')),
    offered_at      timestamptz,
    offer_until     timestamptz,
    ended_at        timestamptz,
    passed_over     text,
    look_at         timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, series_id) references session_series,
    foreign key (organization_id, enrollment_id) references enrollment,
    check (status <> 'OFFERED' or offer_until is not null),
    check ((status in ('WAITING', 'OFFERED')) = (ended_at is null))
);
create unique index waitlist_entry_once on waitlist_entry (organization_id, series_id, enrollment_id)
    where status in ('WAITING', 'OFFERED');
create index waitlist_entry_series on waitlist_entry (organization_id, series_id, id);
create index waitlist_entry_enrollment on waitlist_entry (organization_id, enrollment_id, id);
create index waitlist_entry_open on waitlist_entry (status, look_at) where status in ('WAITING', 'OFFERED');

-- A seat that nobody else can take as long as it is offered: counted as a booking's seat is, by the same column.
create table waitlist_hold (
    organization_id text not null,
    entry_id        uuid not null,
    session_id      uuid not null,
    primary key (organization_id, entry_id, session_id),
    foreign key (organization_id, entry_id) references waitlist_entry,
    foreign key (organization_id, session_id) references session
);

create function waitlist_hold_takes_seat() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update session set seats_taken = seats_taken + 1
        where organization_id = new.organization_id and id = new.session_id and status = 'SCHEDULED';
        if not found then
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
create trigger waitlist_hold_takes_seat after insert or delete on waitlist_hold
    for each row execute function waitlist_hold_takes_seat();
