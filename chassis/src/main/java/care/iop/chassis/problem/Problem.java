package care.iop.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error answer: RFC 9457 {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldProblem> errors) {

    static Problem of(ProblemType type, @Nullable String detail, String requestId, List<FieldProblem> errors) {
        return new Problem(
                "/problems/" + type.code(), type.title(), type.status(), detail, "urn:request:" + requestId, errors);
    }
}
