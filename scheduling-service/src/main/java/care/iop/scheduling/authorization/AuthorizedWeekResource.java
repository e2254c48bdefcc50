package care.iop.scheduling.authorization;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.enrollment.Enrollments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/enrollments/{id}/authorized-weeks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments", description = "Admitted clients: prescription, availability, preferences")
class AuthorizedWeekResource {

    private static final int USUAL_WEEKS = 4;
    private static final int MOST_WEEKS = 26;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final AuthorizedWeeks weeks;
    private final Enrollments enrollments;
    private final AccessAudit audit;
    private final Clock clock;

    AuthorizedWeekResource(AuthorizedWeeks weeks, Enrollments enrollments, AccessAudit audit, Clock clock) {
        this.weeks = weeks;
        this.enrollments = enrollments;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN})
    @Transactional
    @Operation(
            operationId = "listAuthorizedWeeks",
            summary = "Read what payers still allow of a client's weeks",
            description = "Approved less delivered, and less what is booked in other weeks, as intake told last."
                    + " A client of whom no authorization is known is not limited.")
    @APIResponse(responseCode = "200", description = "The weeks")
    public AuthorizedWeekList list(
            @PathParam("id") UUID id,
            @Parameter(description = "A day of the first week; today when absent") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "How many weeks, 1 to 26; 4 when absent") @QueryParam("weeks") @Nullable
                    Integer number) {
        if (number != null && (number < 1 || number > MOST_WEEKS)) {
            throw ProblemException.invalid("weeks", "must be 1 to " + MOST_WEEKS);
        }
        if (from != null && (from.isBefore(EARLIEST) || from.isAfter(LATEST))) {
            throw ProblemException.invalid("from", "must lie between " + EARLIEST + " and " + LATEST);
        }
        var enrollment = enrollments.require(id);
        audit.read("Enrollment", id, enrollment.patientId());
        var monday =
                (from == null ? LocalDate.now(clock) : from).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var found = weeks.from(
                id,
                monday,
                number == null ? USUAL_WEEKS : number,
                enrollment.preferences().maxDayMinutes());
        return new AuthorizedWeekList(id, !found.isEmpty(), found);
    }
}
