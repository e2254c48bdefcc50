package care.iop.chassis.problem;

import care.iop.chassis.request.FhirPath;
import care.iop.chassis.request.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a problem into the answer for the path it happened on: problem+json, or an OperationOutcome under {@code /fhir}. */
@ApplicationScoped
class ProblemRenderer {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String FHIR_JSON = "application/fhir+json";

    private final RequestFacts facts;

    ProblemRenderer(RequestFacts facts) {
        this.facts = facts;
    }

    Response render(UriInfo uri, ProblemType type, @Nullable String detail, List<FieldProblem> errors) {
        var response = Response.status(type.status());
        if (type.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (type.status() == 503 || type.status() == 429) {
            response.header("Retry-After", "5");
        }
        if (FhirPath.leads(uri)) {
            return response.type(FHIR_JSON)
                    .entity(OperationOutcome.of(type, detail, errors))
                    .build();
        }
        return response.type(PROBLEM_JSON)
                .entity(Problem.of(type, detail, facts.requestId(), errors))
                .build();
    }
}
