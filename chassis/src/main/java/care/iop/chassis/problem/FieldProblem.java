package care.iop.chassis.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer where the value stands: a JSON pointer (RFC 6901) into the body, or the parameter's name
 * @param detail what is wrong with it and what would be right; never the value itself where it could identify a person
 */
public record FieldProblem(String pointer, String detail) {}
