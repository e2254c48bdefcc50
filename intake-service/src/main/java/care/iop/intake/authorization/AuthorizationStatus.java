package care.iop.intake.authorization;

/**
 * Where an authorization stands.
 *
 * <pre>
 *  REQUESTED ─► APPROVED | PARTIALLY_APPROVED ─► EXTENDED     each concurrent review that adds something leads to EXTENDED
 *      │                 └────────────┴────────────┴───► CLOSED
 *      └─► DENIED | CLOSED
 * </pre>
 */
enum AuthorizationStatus {
    REQUESTED,
    APPROVED,
    PARTIALLY_APPROVED,
    EXTENDED,
    DENIED,
    CLOSED;

    /** Whether the payer has allowed something that is not closed. */
    boolean isInForce() {
        return switch (this) {
            case APPROVED, PARTIALLY_APPROVED, EXTENDED -> true;
            case REQUESTED, DENIED, CLOSED -> false;
        };
    }
}
