package care.iop.scheduling.program;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of programs. */
@Schema(name = "ProgramList")
record ProgramList(@Schema(required = true) List<ProgramView> items) {

    static ProgramList of(List<Program> programs) {
        return new ProgramList(programs.stream().map(Program::view).toList());
    }
}
