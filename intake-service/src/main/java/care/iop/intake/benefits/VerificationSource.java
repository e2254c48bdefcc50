package care.iop.intake.benefits;

/** How the payer was asked. */
public enum VerificationSource {
    PHONE,
    PORTAL,
    /** An ASC X12 271 (005010X279A1). */
    X12_271,
    /** A FHIR R4 CoverageEligibilityResponse. */
    FHIR;

    /** Whether a person heard or read the answer, and not this service. */
    boolean isByHand() {
        return switch (this) {
            case PHONE, PORTAL -> true;
            case X12_271, FHIR -> false;
        };
    }
}
