package care.iop.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Problems as text, for those who answer before a request has come to any operation. */
public final class EarlyProblems {

    private EarlyProblems() {}

    /** As problem+json. */
    public static String json(ObjectMapper json, ProblemType type, String detail, String requestId) {
        return write(json, Problem.of(type, detail, requestId, List.of()));
    }

    /** As an OperationOutcome, for FHIR paths. */
    public static String outcome(ObjectMapper json, ProblemType type, String detail) {
        return write(json, OperationOutcome.of(type, detail, List.of()));
    }

    private static String write(ObjectMapper json, Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can't be written", e);
        }
    }
}
