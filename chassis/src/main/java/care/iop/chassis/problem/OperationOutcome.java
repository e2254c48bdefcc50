package care.iop.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same problem as FHIR R4 says it, for clients of FHIR paths. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OperationOutcome(List<Issue> issue) {

    @JsonProperty("resourceType")
    String resourceType() {
        return "OperationOutcome";
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Issue(
            String severity,
            String code,
            Details details,
            @Nullable String diagnostics,
            List<String> expression) {}

    record Details(List<Coding> coding, String text) {}

    record Coding(String system, String code) {}

    static OperationOutcome of(ProblemType type, @Nullable String detail, List<FieldProblem> errors) {
        var details = new Details(List.of(new Coding("urn:iop:problems", type.code())), type.title());
        var severity = type.status() >= 500 ? "fatal" : "error";
        if (errors.isEmpty()) {
            return new OperationOutcome(List.of(new Issue(severity, type.fhirIssue(), details, detail, List.of())));
        }
        var issues = new ArrayList<Issue>();
        for (var error : errors) {
            issues.add(new Issue(severity, type.fhirIssue(), details, error.detail(), List.of(error.pointer())));
        }
        return new OperationOutcome(List.copyOf(issues));
    }
}
