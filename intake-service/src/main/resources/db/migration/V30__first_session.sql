-- When the first session with delivered minutes began, as scheduling tells of it: a correction of attendance moves it.
alter table booked_session add column starts_at timestamptz;
alter table referral add column first_session_at timestamptz;
