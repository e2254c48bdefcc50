package care.iop.intake.authorization;

/** Why an authorization is not relied on any more. */
enum ClosureReason {
    TREATMENT_ENDED,
    USED_UP,
    EXPIRED,
    REPLACED,
    PAYER_CHANGED,
    /** Treatment goes on and is paid for without this payer: scheduling is not limited by it any more. */
    SELF_PAY,
    REVOKED_BY_PAYER,
    REQUEST_WITHDRAWN,
    ENTERED_BY_MISTAKE
}
