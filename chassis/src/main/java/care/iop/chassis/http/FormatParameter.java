package care.iop.chassis.http;

import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.util.List;
import java.util.Set;

/** The general parameter {@code _format} of FHIR R4, for clients that can't set an Accept header: only JSON is offered. */
public final class FormatParameter {

    /** Its name, which every FHIR path takes. */
    public static final String NAME = "_format";

    /** A plus sign that was not encoded arrives as a space. */
    private static final Set<String> JSON =
            Set.of("json", "application/json", "text/json", "application/fhir+json", "application/fhir json");

    private FormatParameter() {}

    /** Refuses any format but JSON with 406. */
    public static void requireJson(List<String> values) {
        if (!JSON.containsAll(values)) {
            throw new ProblemException(
                    CommonProblem.NOT_ACCEPTABLE,
                    "Only JSON is offered here.",
                    List.of(new FieldProblem(NAME, "must be absent, json or application/fhir+json")));
        }
    }
}
