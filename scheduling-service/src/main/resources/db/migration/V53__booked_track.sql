-- The track that a client was on when the seat was taken; absent in bookings from before.
alter table booking add column track text check (track in ('MORNING', 'AFTERNOON', 'EVENING', 'ANY'));
