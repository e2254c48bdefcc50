package care.iop.intake.placement;

/** What progress suggests to consider of somebody's level of care, by its figures. The placement is the clinician's. */
enum ReviewSuggestion {
    STEP_DOWN,
    CONTINUE,
    STEP_UP
}
