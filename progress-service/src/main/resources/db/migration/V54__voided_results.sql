-- A result that was entered in error is kept with who said so and why, and counts nowhere. Nothing stands in its place.
alter table assessment_result
    add column voided_at   timestamptz,
    add column voided_by   text,
    add column void_reason text check (void_reason in ('WRONG_PERSON', 'WRONG_INSTRUMENT', 'RECORDED_TWICE', 'NOT_ANSWERED', 'OTHER')),
    add constraint assessment_result_void check (num_nulls(voided_at, voided_by, void_reason) in (0, 3)),
    add constraint assessment_result_void_or_replaced check (voided_at is null or replaced_by is null);
