package care.iop.scheduling.roster.exchange;

import java.io.Serial;

/** A document that can't be read: where, and what is wrong there. */
public final class ExchangeException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;

    ExchangeException(String pointer, String fault) {
        super((pointer.isEmpty() ? "The document" : pointer) + " " + fault);
        this.pointer = pointer;
    }

    /** JSON pointer of the faulty field; empty when it is the document as a whole. */
    public String pointer() {
        return pointer;
    }
}
