-- Check-ins and attendance in one table for each month: what is written and read is nearly always of a few weeks, and a month
-- that is kept long enough can be taken off whole. Each key holds the day, so that it is kept across all months. This migration
-- copies both tables and holds them meanwhile.

-- Opens the month of a day; false when it is open. A new table is filled in and attached, which lets everybody else go on reading
-- and writing; created as a partition at once, it would wait for all of them and all would wait for it. There is no default
-- partition: rows that wait in one would be in the way of their month.
create function open_month(partitioned text, day date) returns boolean language plpgsql as $$
declare
    month  date := date_trunc('month', day::timestamp);
    opened text := partitioned || to_char(month, '_YYYY_MM');
begin
    perform pg_advisory_xact_lock(hashtextextended('open_month ' || partitioned, 0));
    if to_regclass(opened) is not null then
        return false;
    end if;
    execute format('create table %I (like %I including all)', opened, partitioned);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', partitioned, opened, month,
                   (month + interval '1 month')::date);
    return true;
end
$$;

-- Turns a table into one by months, with all its columns, keys, indexes and triggers under their names.
create procedure split_by_month(plain text, by_day text) language plpgsql as $$
declare
    old  text := plain || '_unsplit';
    part record;
    later text[] := '{}';
    step text;
begin
    execute format('alter table %I rename to %I', plain, old);
    execute format('create table %I (like %I including all excluding indexes) partition by range (%I)', plain, old, by_day);
    for part in select tgname as name, pg_get_triggerdef(oid) as definition from pg_trigger
                 where tgrelid = old::regclass and not tgisinternal loop
        later := later || regexp_replace(part.definition, ' ON \S+ ', format(' ON %I ', plain));
    end loop;
    for part in select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
                 where conrelid = old::regclass and contype in ('p', 'u') order by conname loop
        execute format('alter table %I drop constraint %I', old, part.name);
        execute format('alter table %I add constraint %I %s', plain, part.name, part.definition);
    end loop;
    for part in select i.relname as name, pg_get_indexdef(i.oid) as definition
                  from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = old::regclass loop
        execute format('drop index %I', part.name);
        execute regexp_replace(part.definition, ' ON \S+ ', format(' ON %I ', plain));
    end loop;
    for step in execute format('select distinct date_trunc(''month'', %I::timestamp)::date::text from %I', by_day, old) loop
        perform open_month(plain, step::date);
    end loop;
    for ahead in -1..3 loop
        perform open_month(plain, (current_date + make_interval(months => ahead))::date);
    end loop;
    execute format('insert into %I select * from %I', plain, old);
    execute format('drop table %I', old);
    -- Only now: copied rows are not written anew.
    foreach step in array later loop
        execute step;
    end loop;
end
$$;

call split_by_month('check_in', 'for_on');

-- A booking that is moved to another day changes its month, and two topics tell of it: which day it is on is kept once, and
-- its row is the lock under which the booking is followed.
create table attendance_unit_day (
    organization_id text not null,
    id              uuid not null,
    session_on      date not null,
    primary key (organization_id, id)
);
insert into attendance_unit_day (organization_id, id, session_on) select organization_id, id, session_on from attendance_unit;

alter table attendance_unit
    drop constraint attendance_unit_pkey,
    add constraint attendance_unit_pkey primary key (organization_id, session_on, id);
call split_by_month('attendance_unit', 'session_on');

drop procedure split_by_month;
