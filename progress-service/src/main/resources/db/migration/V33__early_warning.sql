-- A model as it was trained, with how it did on later weeks; it never changes. At most one of an organization is in use.
create table warning_model (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    trained_by      text        not null,
    trained_at      timestamptz not null,
    examples_until  date        not null,
    examples        integer     not null check (examples > 0),
    dropouts        integer     not null check (dropouts between 1 and examples - 1),
    regression      jsonb       not null,
    evaluation      jsonb       not null,
    status          text        not null check (status in ('TRAINED', 'APPROVED', 'RETIRED')),
    threshold       numeric     check (threshold > 0 and threshold < 1),
    approved_by     text,
    approved_at     timestamptz,
    retired_by      text,
    retired_at      timestamptz,
    primary key (organization_id, id),
    check ((status = 'TRAINED') = (approved_at is null)),
    check ((status = 'RETIRED') = (retired_at is not null)),
    check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (threshold is null))
);
create unique index warning_model_in_use on warning_model (organization_id) where status = 'APPROVED';
