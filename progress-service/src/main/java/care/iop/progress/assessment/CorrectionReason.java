package care.iop.progress.assessment;

/** Why answers are corrected. A code and never a text. */
enum CorrectionReason {
    MISREAD_QUESTION,
    ENTRY_ERROR,
    ANSWERED_FOR_ANOTHER_TIME,
    OTHER
}
