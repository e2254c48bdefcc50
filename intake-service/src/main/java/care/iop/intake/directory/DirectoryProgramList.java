package care.iop.intake.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of programs, the nearest first. */
record DirectoryProgramList(@Schema(required = true) List<DirectoryProgramView> items) {}
