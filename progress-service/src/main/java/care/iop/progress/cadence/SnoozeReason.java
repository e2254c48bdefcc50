package care.iop.progress.cadence;

/** Why a measurement is put off. A code and never a text. */
enum SnoozeReason {
    TOO_UNWELL,
    IN_CRISIS,
    AWAY,
    NEEDS_HELP_WITH_FORM,
    DONE_ELSEWHERE,
    DECLINED,
    OTHER
}
