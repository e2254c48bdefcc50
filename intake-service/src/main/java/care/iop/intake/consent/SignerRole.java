package care.iop.intake.consent;

/** In what capacity somebody signs. */
public enum SignerRole {
    PATIENT("patient"),
    PARENT("parent"),
    GUARDIAN("guardian"),
    PERSONAL_REPRESENTATIVE("personal representative");

    private final String title;

    SignerRole(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether the signer signs for a minor. */
    boolean isForMinor() {
        return this == PARENT || this == GUARDIAN;
    }
}
