package care.iop.scheduling.stepdown;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a proposal is for. */
@Schema(name = "StepDownPhase")
enum Phase {
    /** Fewer days, step by step. */
    STEP_DOWN,
    AFTERCARE_WEEKLY,
    AFTERCARE_MONTHLY,
    /** A short contact with somebody whose aftercare is over. */
    ALUMNI
}
