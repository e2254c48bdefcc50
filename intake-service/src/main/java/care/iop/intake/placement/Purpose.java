package care.iop.intake.placement;

/** What a placement is asked for: the rules are the same for all. */
enum Purpose {
    ADMISSION,
    CONTINUED_STAY,
    STEP_UP,
    STEP_DOWN,
    TRANSFER,
    DISCHARGE
}
