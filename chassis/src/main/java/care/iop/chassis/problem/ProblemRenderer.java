package care.iop.chassis.problem;

import care.iop.chassis.request.FhirPath;
import care.iop.chassis.request.RequestFacts;
import care.iop.chassis.web.PageFrame;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a problem into the answer for the path it happened on: problem+json, an OperationOutcome under
 * {@code /fhir}, a page under {@code /dashboard}. */
@ApplicationScoped
class ProblemRenderer {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String FHIR_JSON = "application/fhir+json";

    private final RequestFacts facts;
    private final PageFrame pages;

    ProblemRenderer(RequestFacts facts, PageFrame pages) {
        this.facts = facts;
        this.pages = pages;
    }

    Response render(UriInfo uri, ProblemType type, @Nullable String detail, List<FieldProblem> errors) {
        if (uri.getPath().startsWith("/dashboard")) {
            return page(type, detail);
        }
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

    /** The same in words for somebody at a page, who has no token in mind. */
    private Response page(ProblemType type, @Nullable String detail) {
        return switch (type.status()) {
            case 401 -> pages.saying(401, "You are not signed in", "Load this page again to sign in.");
            case 403 -> pages.saying(403, "Not for your role", "Your role doesn't cover this page.");
            default -> pages.saying(type.status(), type.title(), detail == null ? "" : detail);
        };
    }
}
