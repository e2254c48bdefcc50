package care.iop.local;

/** Something a person at the terminal has to know or to do; the message is one sentence that says what. */
final class CannotContinue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotContinue(String sentence) {
        super(sentence);
    }

    CannotContinue(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
