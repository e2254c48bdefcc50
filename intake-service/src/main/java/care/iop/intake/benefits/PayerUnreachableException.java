package care.iop.intake.benefits;

/** No answer came from a payer. The message is for staff, and has nothing of a person in it. */
final class PayerUnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    PayerUnreachableException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
