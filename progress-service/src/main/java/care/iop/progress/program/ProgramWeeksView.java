package care.iop.progress.program;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Weeks of one program in which anything happened, newest first. */
@Schema(name = "ProgramWeeks")
record ProgramWeeksView(List<ProgramWeekView> items) {}
