package care.iop.progress.assessment;

/** What a result changed in the treatment plan. A code and never a text. */
enum PlanChange {
    NONE,
    GOALS,
    INTERVENTIONS,
    HOURS,
    LEVEL_OF_CARE,
    MEDICATION_REVIEW,
    SAFETY_PLAN
}
