package care.iop.intake.fhir;

import care.iop.chassis.fhir.Capabilities;
import care.iop.chassis.problem.CommonProblem;
import care.iop.chassis.problem.FieldProblem;
import care.iop.chassis.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The header of a conditional create (FHIR R4, http.html#ccreate): a search that must find nothing. */
final class IfNoneExist {

    private static final String IDENTIFIER = "identifier=";

    private IfNoneExist() {}

    /**
     * Demands that the header searches for what the request is recognized by: any other search could find what would still be
     * stored again.
     *
     * @param request the key of the ServiceRequest that came with the header
     * @throws ProblemException INVALID_VALUE that names the header and never a value
     */
    static void require(String header, SourceKey request) {
        var search = header.strip();
        if (!search.startsWith(IDENTIFIER) || search.indexOf('&') >= 0) {
            throw refusal("must be identifier= with the system and the value, and nothing else");
        }
        String wanted;
        try {
            wanted = URLDecoder.decode(search.substring(IDENTIFIER.length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal("has a percent sign that no two hexadecimal digits follow");
        }
        if (!FhirJson.keyOf("ServiceRequest", wanted).equals(request)) {
            throw refusal(
                    "must name, as system|value, the identifier that the ServiceRequest has; of several the first in"
                            + " the order of their characters");
        }
    }

    private static ProblemException refusal(String fault) {
        return new ProblemException(
                CommonProblem.INVALID_VALUE,
                "The condition can't be asked.",
                List.of(new FieldProblem(Capabilities.IF_NONE_EXIST, fault)));
    }
}
