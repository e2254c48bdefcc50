-- The result of one drug test: what was found of each analyte, and whether a positive is expected because it is prescribed.
-- A result that was entered in error is kept with who said so and why.
create table drug_test (
    organization_id text        not null,
    id              uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    recorded_as     uuid        not null,
    admission_id    uuid,
    collected_at    timestamptz not null,
    specimen        text        not null check (specimen in ('URINE', 'ORAL_FLUID', 'BREATH', 'BLOOD', 'HAIR')),
    kind            text        not null check (kind in ('POINT_OF_CARE_SCREEN', 'LABORATORY_CONFIRMATION')),
    findings        jsonb       not null check (jsonb_typeof(findings) = 'array'),
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    voided_at       timestamptz,
    voided_by       text,
    void_reason     text        check (void_reason in ('WRONG_PERSON', 'WRONG_FINDINGS', 'RECORDED_TWICE', 'OTHER')),
    primary key (organization_id, id),
    check (num_nulls(voided_at, voided_by, void_reason) in (0, 3))
);
create index drug_test_of_patient on drug_test (organization_id, patient_id, id);
create index drug_test_collected on drug_test (organization_id, patient_id, collected_at);
create trigger keep_recorded_as before insert on drug_test for each row execute function keep_recorded_as();
