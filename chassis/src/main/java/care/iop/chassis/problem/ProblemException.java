package care.iop.chassis.problem;

import java.util.List;

/** The one way to fail a request on purpose. The detail is shown to the caller, so it holds no personal data. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldProblem> errors;

    /** Fails with a sentence that names the values that matter and what to try. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** Fails with a sentence and the fields that are at fault. */
    public ProblemException(ProblemType type, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** Fails because of one field. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "One value can't be accepted.",
                List.of(new FieldProblem(pointer, detail)));
    }

    /** Fails because nothing with this identifier exists for the caller. */
    public static ProblemException notFound(String resource) {
        return new ProblemException(
                CommonProblem.NOT_FOUND, "No such " + resource + ". Check the identifier, or list what you may see.");
    }

    /** What kind of failure this is. */
    public ProblemType type() {
        return type;
    }

    /** The fields at fault; empty when the request as a whole is. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
