package care.iop.progress.program;

import care.iop.chassis.problem.ProblemException;
import care.iop.progress.Roles;
import care.iop.progress.attendance.IsoWeek;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/programs/{programId}/weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs", description = "How a whole program is doing")
class ProgramWeekResource {

    private static final int MOST_WEEKS = 106;
    private static final String FIRST = "2000-W01";
    private static final String LAST = "9998-W01";

    private final ProgramWeekQuery weeks;

    ProgramWeekResource(ProgramWeekQuery weeks) {
        this.weeks = weeks;
    }

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.PROGRAM_DIRECTOR})
    @Transactional
    @Operation(
            summary = "List a program's weeks",
            description =
                    "Admissions, discharges, reports, hours and attendance of the newest 106 weeks of the range in which"
                            + " anything happened, newest first, as of now. For staff of the organization: small counts are not"
                            + " suppressed.")
    @APIResponse(responseCode = "200", description = "The weeks")
    public ProgramWeeksView listProgramWeeks(
            @PathParam("programId") UUID programId,
            @Parameter(description = "The first week", example = "2026-W01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last week", example = "2026-W48") @QueryParam("to") @Nullable String to) {
        if (!weeks.isKnown(programId)) {
            throw ProblemException.notFound("program");
        }
        var found = weeks.newest(
                programId,
                IsoWeek.parse("from", from == null ? FIRST : from),
                IsoWeek.parse("to", to == null ? LAST : to),
                MOST_WEEKS);
        return new ProgramWeeksView(found.stream().map(ProgramWeekView::of).toList());
    }
}
