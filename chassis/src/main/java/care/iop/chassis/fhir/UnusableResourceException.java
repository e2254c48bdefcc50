package care.iop.chassis.fhir;

/** A resource can't be taken over, for a reason that the sender can mend. */
public final class UnusableResourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;

    /**
     * @param element the element at fault, as a path below the resource such as {@code birthDate}
     * @param reason what is wrong with it; never its value
     */
    public UnusableResourceException(String element, String reason) {
        super(reason, null, false, false);
        this.element = element;
    }

    /** The FHIRPath of the element at fault, given that of the resource. */
    public String expression(String resource) {
        return element.isEmpty() ? resource : resource + "." + element;
    }

    /** What is wrong with it, in words for the sender. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
