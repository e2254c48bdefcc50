package care.iop.progress.assessment;

/** Why a result should never have been recorded. A code and never a text. */
enum VoidReason {
    WRONG_PERSON,
    WRONG_INSTRUMENT,
    RECORDED_TWICE,
    NOT_ANSWERED,
    OTHER
}
