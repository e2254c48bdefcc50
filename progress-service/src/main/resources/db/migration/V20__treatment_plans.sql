-- The treatment plan of an admission, whose identifier it has. No key to episode: that is a copy, which may be rebuilt.
create table treatment_plan (
    organization_id text    not null,
    id              uuid    not null,
    version         bigint  not null,
    revisions       integer not null check (revisions >= 0),
    in_force        integer check (in_force between 1 and revisions),
    review_due_on   date,
    ended_on        date,
    primary key (organization_id, id),
    check ((in_force is null) = (review_due_on is null)),
    check (ended_on is null or in_force is null)
);
create index treatment_plan_due on treatment_plan (organization_id, review_due_on, id) where review_due_on is not null;

-- What a plan says, as text and not as jsonb, so that the bytes that were signed are the bytes that are kept.
create table plan_revision (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    plan_id         uuid        not null,
    number          integer     not null check (number >= 1),
    status          text        not null check (status in ('DRAFT', 'PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'ENDED', 'DISCARDED')),
    content         text        not null,
    content_sha256  text        not null check (content_sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    drafted_at      timestamptz not null,
    drafted_by      text        not null,
    changed_at      timestamptz not null,
    in_force_at     timestamptz,
    closed_at       timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, plan_id) references treatment_plan,
    unique (organization_id, plan_id, number),
    check ((in_force_at is not null) = (status in ('IN_FORCE', 'SUPERSEDED', 'ENDED'))),
    check ((closed_at is not null) = (status in ('SUPERSEDED', 'ENDED', 'DISCARDED')))
);
create unique index plan_revision_one_in_force on plan_revision (organization_id, plan_id) where status = 'IN_FORCE';
create unique index plan_revision_one_open on plan_revision (organization_id, plan_id) where status in ('DRAFT', 'PROPOSED');

create table plan_signature (
    organization_id text        not null,
    id              uuid        not null,
    revision_id     uuid        not null,
    signer          text        not null check (signer in ('CLINICIAN', 'CLIENT')),
    signed_by       text        not null,
    signed_at       timestamptz not null,
    content_sha256  text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, revision_id) references plan_revision,
    unique (organization_id, revision_id, signer)
);

-- What was signed is what stays, whoever writes.
create function plan_revision_keeps_what_was_signed() returns trigger language plpgsql as $$
begin
    if (new.content, new.number, new.plan_id) is distinct from (old.content, old.number, old.plan_id)
       and exists (select 1 from plan_signature s
                    where s.organization_id = old.organization_id and s.revision_id = old.id) then
        raise exception 'a signed revision does not change'
            using errcode = 'check_violation', constraint = 'plan_revision_signed', table = 'plan_revision';
    end if;
    return new;
end
$$;
create trigger plan_revision_keeps_what_was_signed before update on plan_revision
    for each row execute function plan_revision_keeps_what_was_signed();

create function plan_signature_fits() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from plan_revision r
                    where r.organization_id = new.organization_id and r.id = new.revision_id
                      and r.content_sha256 = new.content_sha256) then
        raise exception 'the signature is of something else'
            using errcode = 'check_violation', constraint = 'plan_signature_fits', table = 'plan_signature';
    end if;
    return new;
end
$$;
create trigger plan_signature_fits before insert on plan_signature for each row execute function plan_signature_fits();

create function plan_signature_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'plan_signature is append-only';
end
$$;
create trigger plan_signature_append_only before update or delete or truncate on plan_signature
    for each statement execute function plan_signature_is_append_only();

-- That a plan was looked at again, and how an objective stands. Append-only by use: the newest row counts.
create table plan_review (
    organization_id text        not null,
    id              uuid        not null,
    plan_id         uuid        not null,
    revision        integer     not null check (revision >= 1),
    outcome         text        not null check (outcome in ('CONTINUE', 'REVISE')),
    with_client     boolean     not null,
    reviewed_on     date        not null,
    reviewed_by     text        not null,
    next_due_on     date        not null check (next_due_on > reviewed_on),
    primary key (organization_id, id),
    foreign key (organization_id, plan_id) references treatment_plan
);
create index plan_review_of_plan on plan_review (organization_id, plan_id, id);

create table objective_progress (
    organization_id text        not null,
    id              uuid        not null,
    plan_id         uuid        not null,
    objective_key   text        not null,
    status          text        not null check (status in ('IN_PROGRESS', 'MET', 'NOT_MET', 'DROPPED')),
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, plan_id) references treatment_plan
);
create index objective_progress_of_plan on objective_progress (organization_id, plan_id, id);
