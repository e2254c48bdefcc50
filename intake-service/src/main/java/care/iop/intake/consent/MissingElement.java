package care.iop.intake.consent;

import care.iop.chassis.problem.FieldProblem;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An element that a consent lacks, and where to put it. */
@Schema(name = "MissingConsentElement")
record MissingElement(
        @Schema(required = true) ConsentElement element,
        @Schema(required = true, examples = "/purposes") String pointer,
        @Schema(required = true) String advice) {

    static List<MissingElement> of(Collection<ConsentElement> missing) {
        return missing.stream()
                .map(element -> new MissingElement(element, element.pointer(), element.advice()))
                .toList();
    }

    static List<FieldProblem> problems(Collection<ConsentElement> missing) {
        return missing.stream()
                .map(element ->
                        new FieldProblem(element.pointer(), "lacks an element of 42 CFR 2.31. " + element.advice()))
                .toList();
    }
}
