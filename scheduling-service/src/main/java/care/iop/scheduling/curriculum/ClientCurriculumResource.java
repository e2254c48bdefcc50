package care.iop.scheduling.curriculum;

import static care.iop.scheduling.SchedulingRoles.CLINICIAN;
import static care.iop.scheduling.SchedulingRoles.PATIENT;
import static care.iop.scheduling.SchedulingRoles.PROGRAM_DIRECTOR;
import static care.iop.scheduling.SchedulingRoles.SCHEDULER;

import care.iop.chassis.audit.AccessAudit;
import care.iop.chassis.caller.Caller;
import care.iop.chassis.problem.ProblemException;
import care.iop.scheduling.enrollment.Enrollment;
import care.iop.scheduling.enrollment.Enrollments;
import care.iop.scheduling.patient.CurrentPatient;
import care.iop.scheduling.program.Programs;
import care.iop.scheduling.session.AllSessionSeries;
import care.iop.scheduling.session.CurriculumModule;
import care.iop.scheduling.session.SessionSeries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a client has missed, over HTTP: for staff any client's, for a client their own. */
@Path("/api/enrollments/{id}/curriculum")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments")
class ClientCurriculumResource {

    /** How far ahead the next meeting of a module is looked for. */
    private static final int DAYS_AHEAD = 180;

    private final Enrollments enrollments;
    private final TaughtMeetings taughtMeetings;
    private final AllSessionSeries allSeries;
    private final Programs programs;
    private final Caller caller;
    private final CurrentPatient currentPatient;
    private final AccessAudit audit;
    private final Clock clock;

    ClientCurriculumResource(
            Enrollments enrollments,
            TaughtMeetings taughtMeetings,
            AllSessionSeries allSeries,
            Programs programs,
            Caller caller,
            CurrentPatient currentPatient,
            AccessAudit audit,
            Clock clock) {
        this.enrollments = enrollments;
        this.taughtMeetings = taughtMeetings;
        this.allSeries = allSeries;
        this.programs = programs;
        this.caller = caller;
        this.currentPatient = currentPatient;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN, PATIENT})
    @Transactional
    @Operation(
            operationId = "getClientCurriculum",
            summary =
                    "Read which modules a client was taught, has missed and can still have; a client may read their own")
    @APIResponse(
            responseCode = "200",
            description = "The modules of the groups in which the client has or had seats",
            content = @Content(schema = @Schema(implementation = ClientCurriculumView.class)))
    public ClientCurriculumView get(@PathParam("id") UUID id) {
        var enrollment = enrollments.require(id);
        if (!maySee(enrollment)) {
            throw ProblemException.notFound("enrollment");
        }
        audit.read("ClientCurriculum", id, enrollment.patientId());
        var meetings = taughtMeetings.of(id);
        var series = allSeries.list(
                "id in ?1 order by startsOn, id",
                meetings.stream().map(TaughtMeeting::seriesId).distinct().toList());
        var modules = new LinkedHashMap<String, CurriculumModule>();
        for (var each : series) {
            each.curriculum().ifPresent(taught -> taught.modules().forEach(m -> modules.putIfAbsent(m.code(), m)));
        }
        return ClientCurriculumView.of(
                id,
                enrollment.plannedEndOn().orElse(null),
                List.copyOf(modules.values()),
                meetings,
                next(series),
                clock.instant());
    }

    private Map<String, LocalDate> next(List<SessionSeries> series) {
        var next = new HashMap<String, LocalDate>();
        for (var each : series) {
            var program = programs.require(each.programId());
            var today = LocalDate.now(clock.withZone(program.zone(each.siteId().orElse(null))));
            for (var occurrence : each.occurrences(program, today, today.plusDays(DAYS_AHEAD))) {
                var code = occurrence.moduleCode();
                if (code != null && occurrence.startsAt().isAfter(clock.instant())) {
                    next.merge(code, occurrence.sessionOn(), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        return next;
    }

    private boolean maySee(Enrollment enrollment) {
        return Stream.of(SCHEDULER, PROGRAM_DIRECTOR, CLINICIAN).anyMatch(caller::hasRole)
                || caller.patient()
                        .map(currentPatient::of)
                        .filter(enrollment.patientId()::equals)
                        .isPresent();
    }
}
