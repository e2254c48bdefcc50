package care.iop.progress.plan;

/**
 * How a revision of a plan stands: DRAFT (may change), PROPOSED (signed by the clinician, waits for the client), IN_FORCE
 * (signed by both), SUPERSEDED (a later one is in force), ENDED (the stay ended), DISCARDED (given up before it was in force).
 */
enum PlanStatus {
    DRAFT,
    PROPOSED,
    IN_FORCE,
    SUPERSEDED,
    ENDED,
    DISCARDED
}
