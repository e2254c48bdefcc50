-- Until when somebody is asking the payer this question at this moment: nobody else asks it meanwhile. It passes by itself,
-- so that a process that died keeps nobody from asking again.
alter table eligibility_inquiry add column asking_until timestamptz;

-- Signed before 16 February 2026 with the elements that were required then, where the program accepts these.
alter table consent add column earlier_elements boolean not null default false;
