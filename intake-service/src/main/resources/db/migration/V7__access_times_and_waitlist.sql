-- When a person first asked, was offered a first appointment and had a first service: the access metrics count from these.
alter table referral
    add column first_contact_at timestamptz,
    add column first_offered_at timestamptz,
    add column first_service_at timestamptz;
-- The first contact that we know of is the arrival of the referral, unless staff enter an earlier one.
update referral set first_contact_at = received_at;
alter table referral
    alter column first_contact_at set not null,
    add constraint referral_contact_comes_first check (first_contact_at <= received_at and first_service_at >= first_contact_at);

-- What 45 CFR 96.131 orders a waitlist by; urgency and waiting time are the referral's.
create table waitlist_entry (
    organization_id text        not null,
    referral_id     uuid        not null,
    patient_id      uuid        not null,
    pregnant        boolean     not null,
    injecting       boolean     not null,
    listed_at       timestamptz not null,
    primary key (organization_id, referral_id),
    foreign key (organization_id, referral_id) references referral (organization_id, id),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);

create table interim_service (
    organization_id text        not null,
    id              uuid        not null,
    referral_id     uuid        not null,
    patient_id      uuid        not null,
    kind            text        not null,
    given_on        date        not null,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, referral_id) references waitlist_entry (organization_id, referral_id),
    foreign key (organization_id, patient_id) references patient (organization_id, id)
);
create index interim_service_referral on interim_service (organization_id, referral_id, id);
