package care.iop.progress.relapseprevention;

/** Whether a coping step helped, as the person says. */
enum StepOutcome {
    HELPED,
    HELPED_A_LITTLE,
    DID_NOT_HELP,
    NOT_DONE
}
