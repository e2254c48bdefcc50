-- The track that a client was on when the seat was taken; absent where scheduling has not told it.
alter table attendance_unit add column track text;
alter table rebuilt_unit add column track text;
