package care.iop.progress.plan;

/** What a clinician should think of though it is allowed. */
enum PlanWarning {
    /** Exactly the hours from which a week counts as partial hospitalization (level 2.5). */
    AT_PHP_THRESHOLD
}
