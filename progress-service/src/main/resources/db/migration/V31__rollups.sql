-- What people report, by admission and ISO week. reported_days and use_days hold one bit for each day, the lowest is Monday; the
-- sums go over the reported days. A report belongs to the episode that the person was in on its day; if there were several, to
-- the one that began last. Kept up to date in the transaction of the report; check_ins_by_week says what must be in here.
create table weekly_check_ins (
    organization_id      text     not null,
    admission_id         uuid     not null,
    week_starts_on       date     not null check (extract(isodow from week_starts_on) = 1),
    reported_days        smallint not null check (reported_days between 1 and 127),
    use_days             smallint not null check (use_days & ~reported_days = 0),
    mood_sum             smallint not null check (mood_sum between 0 and 70),
    craving_sum          smallint not null check (craving_sum between 0 and 70),
    sleep_half_hours_sum smallint not null check (sleep_half_hours_sum between 0 and 336),
    primary key (organization_id, admission_id, week_starts_on)
);

create function week_of(day date) returns date language sql immutable as
    $$ select date_trunc('week', day::timestamp)::date $$;

create function day_bit(day date) returns smallint language sql immutable as
    $$ select (1 << (extract(isodow from day)::integer - 1))::smallint $$;

create function days_in(bits smallint) returns integer language sql immutable as
    $$ select bit_count(bits::integer::bit(7))::integer $$;

create view check_ins_by_week as
select c.organization_id, c.patient_id, e.id as admission_id, week_of(c.for_on) as week_starts_on,
       bit_or(day_bit(c.for_on)) as reported_days,
       bit_or(case when c.substance_use then day_bit(c.for_on) else 0::smallint end) as use_days,
       sum(c.mood)::smallint as mood_sum, sum(c.craving)::smallint as craving_sum,
       sum(c.sleep_half_hours)::smallint as sleep_half_hours_sum
  from (select distinct on (organization_id, patient_id, for_on)
               organization_id, patient_id, for_on, mood, craving, substance_use, sleep_half_hours
          from check_in
         order by organization_id, patient_id, for_on, changed_at desc, id desc) c
 cross join lateral (select o.id from episode o
                      where o.organization_id = c.organization_id and o.patient_id = c.patient_id
                        and o.admitted_on <= c.for_on and (o.ended_on is null or o.ended_on >= c.for_on)
                      order by o.admitted_on desc, o.id desc limit 1) e
 group by c.organization_id, c.patient_id, e.id, week_of(c.for_on);

-- What attendance_unit must come to in weekly_attendance; weeks that come to nothing have no row.
create view attendance_by_week as
select organization_id, admission_id, week_of(session_on) as week_starts_on,
       count(*)::integer as scheduled_units,
       (count(*) filter (where status = 'CANCELLED_BY_PROGRAM'))::integer as program_cancelled_units,
       (count(*) filter (where attended))::integer as attended_units,
       (count(*) filter (where status = 'BOOKED'))::integer as unmarked_units,
       (coalesce(sum(planned_minutes) filter (where status <> 'CANCELLED_BY_PROGRAM'), 0))::integer as planned_minutes,
       (coalesce(sum(delivered_minutes) filter (where attended), 0))::integer as delivered_minutes
  from (select u.*, status in ('ATTENDED', 'LATE') or status = 'PARTIAL' and 2 * delivered_minutes >= planned_minutes as attended
          from attendance_unit u where status <> 'WITHDRAWN') counted
 group by organization_id, admission_id, week_of(session_on);
delete from weekly_attendance where scheduled_units = 0;

-- The same and admissions and discharges, by program and ISO week. Everybody of a program would wait for one row, so a transaction
-- only adds its difference to program_week_change, which is folded into program_week soon; program_week_now is always the sum.
create table program_week (
    organization_id         text    not null,
    program_id              uuid    not null,
    week_starts_on          date    not null,
    admitted                integer not null,
    ended                   integer not null,
    people_reporting        integer not null,
    people_using            integer not null,
    reported_days           integer not null,
    use_days                integer not null,
    mood_sum                integer not null,
    craving_sum             integer not null,
    sleep_half_hours_sum    integer not null,
    scheduled_units         integer not null,
    program_cancelled_units integer not null,
    attended_units          integer not null,
    unmarked_units          integer not null,
    planned_minutes         integer not null,
    delivered_minutes       integer not null,
    primary key (organization_id, program_id, week_starts_on)
);
create table program_week_change (
    organization_id         text    not null,
    id                      bigint  generated always as identity,
    program_id              uuid    not null,
    week_starts_on          date    not null,
    admitted                integer not null default 0,
    ended                   integer not null default 0,
    people_reporting        integer not null default 0,
    people_using            integer not null default 0,
    reported_days           integer not null default 0,
    use_days                integer not null default 0,
    mood_sum                integer not null default 0,
    craving_sum             integer not null default 0,
    sleep_half_hours_sum    integer not null default 0,
    scheduled_units         integer not null default 0,
    program_cancelled_units integer not null default 0,
    attended_units          integer not null default 0,
    unmarked_units          integer not null default 0,
    planned_minutes         integer not null default 0,
    delivered_minutes       integer not null default 0,
    primary key (organization_id, id)
);
create index program_week_change_of_program on program_week_change (organization_id, program_id, week_starts_on);
-- Rows live for a second: vacuum by count of dead rows, not by a share of a table that is nearly always empty.
alter table program_week_change set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create view program_week_now as
select organization_id, program_id, week_starts_on, sum(admitted)::integer as admitted, sum(ended)::integer as ended,
       sum(people_reporting)::integer as people_reporting, sum(people_using)::integer as people_using,
       sum(reported_days)::integer as reported_days, sum(use_days)::integer as use_days, sum(mood_sum)::integer as mood_sum,
       sum(craving_sum)::integer as craving_sum, sum(sleep_half_hours_sum)::integer as sleep_half_hours_sum,
       sum(scheduled_units)::integer as scheduled_units, sum(program_cancelled_units)::integer as program_cancelled_units,
       sum(attended_units)::integer as attended_units, sum(unmarked_units)::integer as unmarked_units,
       sum(planned_minutes)::integer as planned_minutes, sum(delivered_minutes)::integer as delivered_minutes
  from (select organization_id, program_id, week_starts_on, admitted, ended, people_reporting, people_using, reported_days,
               use_days, mood_sum, craving_sum, sleep_half_hours_sum, scheduled_units, program_cancelled_units, attended_units,
               unmarked_units, planned_minutes, delivered_minutes
          from program_week
         union all
        select organization_id, program_id, week_starts_on, admitted, ended, people_reporting, people_using, reported_days,
               use_days, mood_sum, craving_sum, sleep_half_hours_sum, scheduled_units, program_cancelled_units, attended_units,
               unmarked_units, planned_minutes, delivered_minutes
          from program_week_change) both_of_them
 group by organization_id, program_id, week_starts_on
having sum(admitted) <> 0 or sum(ended) <> 0 or sum(reported_days) <> 0 or sum(scheduled_units) <> 0;

-- What one admission adds to its program's weeks: the one definition for adding, taking back and counting anew.
create view program_week_share as
select e.organization_id, e.patient_id, e.program_id, e.id as admission_id, s.*
  from episode e
 cross join lateral (
        select week_of(e.admitted_on) as week_starts_on, 1 as admitted, 0 as ended, 0 as people_reporting, 0 as people_using,
               0 as reported_days, 0 as use_days, 0 as mood_sum, 0 as craving_sum, 0 as sleep_half_hours_sum,
               0 as scheduled_units, 0 as program_cancelled_units, 0 as attended_units, 0 as unmarked_units,
               0 as planned_minutes, 0 as delivered_minutes
         union all
        select week_of(e.ended_on), 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 where e.ended_on is not null
         union all
        select c.week_starts_on, 0, 0, 1, case when c.use_days = 0 then 0 else 1 end, days_in(c.reported_days),
               days_in(c.use_days), c.mood_sum, c.craving_sum, c.sleep_half_hours_sum, 0, 0, 0, 0, 0, 0
          from weekly_check_ins c where c.organization_id = e.organization_id and c.admission_id = e.id
         union all
        select a.week_starts_on, 0, 0, 0, 0, 0, 0, 0, 0, 0, a.scheduled_units, a.program_cancelled_units, a.attended_units,
               a.unmarked_units, a.planned_minutes, a.delivered_minutes
          from weekly_attendance a where a.organization_id = e.organization_id and a.admission_id = e.id) s;

-- Lets the rollups forget or regain what the admissions of a patient add to their programs (direction -1 or 1).
create procedure add_program_weeks(organization text, patient uuid, direction integer) language sql as $$
    insert into program_week_change (organization_id, program_id, week_starts_on, admitted, ended, people_reporting, people_using,
                                     reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum, scheduled_units,
                                     program_cancelled_units, attended_units, unmarked_units, planned_minutes, delivered_minutes)
    select organization_id, program_id, week_starts_on, direction * sum(admitted), direction * sum(ended),
           direction * sum(people_reporting), direction * sum(people_using), direction * sum(reported_days),
           direction * sum(use_days), direction * sum(mood_sum), direction * sum(craving_sum),
           direction * sum(sleep_half_hours_sum), direction * sum(scheduled_units), direction * sum(program_cancelled_units),
           direction * sum(attended_units), direction * sum(unmarked_units), direction * sum(planned_minutes),
           direction * sum(delivered_minutes)
      from program_week_share
     where organization_id = organization and patient_id = patient
     group by organization_id, program_id, week_starts_on;
$$;

-- Finds anew which reports belong to which admission of the patient.
create procedure recount_check_ins(organization text, patient uuid) language sql as $$
    delete from weekly_check_ins w using episode e
     where e.organization_id = organization and e.patient_id = patient
       and w.organization_id = e.organization_id and w.admission_id = e.id;
    insert into weekly_check_ins (organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum,
                                  sleep_half_hours_sum)
    select organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum
      from check_ins_by_week where organization_id = organization and patient_id = patient;
$$;

insert into weekly_check_ins (organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum,
                              sleep_half_hours_sum)
select organization_id, admission_id, week_starts_on, reported_days, use_days, mood_sum, craving_sum, sleep_half_hours_sum
  from check_ins_by_week;

insert into program_week
select organization_id, program_id, week_starts_on, sum(admitted), sum(ended), sum(people_reporting), sum(people_using),
       sum(reported_days), sum(use_days), sum(mood_sum), sum(craving_sum), sum(sleep_half_hours_sum), sum(scheduled_units),
       sum(program_cancelled_units), sum(attended_units), sum(unmarked_units), sum(planned_minutes), sum(delivered_minutes)
  from program_week_share
 group by organization_id, program_id, week_starts_on;

-- The caseload shows who is in treatment.
create index episode_in_treatment on episode (organization_id, id) where ended_on is null;
create index episode_in_treatment_of_program on episode (organization_id, program_id, id) where ended_on is null;

-- Where everything was taken back again.
create index program_week_empty on program_week (organization_id)
 where admitted = 0 and ended = 0 and reported_days = 0 and scheduled_units = 0;
