package care.iop.scheduling.session;

import care.iop.chassis.problem.FieldProblem;
import care.iop.scheduling.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a series teaches, in order, over and over, so that a client can join at any time. Only meetings that take place are
 * counted: a closure puts a module off, it doesn't drop it.
 */
@Schema(name = "Curriculum", examples = Curriculum.EXAMPLE)
public record Curriculum(
        @Schema(required = true, description = "In the order in which they are taught") @NotEmpty @Size(max = 200)
        List<@Valid @NotNull CurriculumModule> modules,

        @Schema(required = true, description = "The first meeting on this day or later teaches the first module below")
        @NotNull
        @SaneDate
        LocalDate startsOn,

        @Schema(description = "Which module the first meeting teaches, counted from 0", defaultValue = "0") @Min(0)
        Integer firstModule) {

    static final String EXAMPLE = """
            {
              "modules": [
                {"code": "TRIGGERS", "title": "Triggers and warning signs"},
                {"code": "CRAVINGS", "title": "Cravings and urges"},
                {"code": "REFUSAL", "title": "Refusal skills"}
              ],
              "startsOn": "2027-01-04"
            }""";

    /** Copies the modules; begins with the first when nothing else is said. */
    public Curriculum {
        modules = List.copyOf(modules);
        firstModule = firstModule == null ? 0 : firstModule;
    }

    /** Refuses codes that are there twice and a first module that isn't there. */
    Curriculum requireSound(String pointer) {
        var faults = new ArrayList<FieldProblem>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < modules.size(); i++) {
            if (!seen.add(modules.get(i).code())) {
                faults.add(new FieldProblem(pointer + "/modules/" + i + "/code", "must not be there twice"));
            }
        }
        if (firstModule >= modules.size()) {
            faults.add(new FieldProblem(pointer + "/firstModule", "must be below " + modules.size()));
        }
        Faults.refuse(faults);
        return this;
    }

    /** What the meeting teaches that has so many meetings between it and the curriculum's start. */
    CurriculumModule taughtAfter(int meetings) {
        return modules.get((firstModule + meetings) % modules.size());
    }

    /** The same curriculum as it goes on after so many meetings. */
    Curriculum goingOn(LocalDate from, int meetings) {
        return new Curriculum(modules, from, (firstModule + meetings) % modules.size());
    }
}
