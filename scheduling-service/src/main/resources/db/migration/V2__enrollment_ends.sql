-- A stay that intake ended: nothing is booked any more, and the last day stays known.
alter table enrollment drop constraint enrollment_state_check;
alter table enrollment
    add column ended_on date,
    add constraint enrollment_state_check check (state in ('AWAITING_PROGRAM', 'ACTIVE', 'ENDED')),
    add constraint enrollment_ended check ((state = 'ENDED') = (ended_on is not null));
