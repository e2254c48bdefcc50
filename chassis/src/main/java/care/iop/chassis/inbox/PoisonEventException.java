package care.iop.chassis.inbox;

/** This event can never be handled, however often it is tried. The message goes into the dead letter: no personal data. */
public final class PoisonEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why in one sentence. */
    public PoisonEventException(String message) {
        super(message);
    }

    /** Says why in one sentence, with the failure that showed it. */
    public PoisonEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
